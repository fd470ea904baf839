import type { AcceptedSocket, Clock, Outbox } from '../../frame/index.js';
import type { Frame } from '../state/events.js';
import type { FrameLog, SocketKind } from './frame-log.js';
import type { Received } from './text-frame.js';

/** How a connection can end, or stop being of use. */
export type ConnectionCut =
  /** With a close frame. */
  | 'close'
  /** Without one. */
  | 'drop'
  /** By a TCP reset. */
  | 'reset'
  /** In the middle of a frame. */
  | 'half frame'
  /** It stays open, but nothing is read or written any more, not even a pong or a close frame. */
  | 'silence'
  /** It stays open and answers pings, but brings no more events. */
  | 'no events'
  /** It stays open and brings everything, but pings of the WebSocket itself are left unanswered. */
  | 'no pongs';

/** What a connection is made of. */
export interface SocketParts {
  readonly id: string;
  readonly clock: Clock;
  readonly socket: AcceptedSocket;
  readonly outbox: Outbox;
  /** Where everything that goes over it is noted. */
  readonly frames: FrameLog;
}

/** One open socket, whatever is spoken over it. */
export class SocketConnection {
  readonly id: string;
  readonly kind: SocketKind;
  /** Milliseconds since 1970 by the emulator's clock. */
  readonly openedAt: number;
  /** Called once, as soon as it is of no use any more: a close that has begun need not be over. */
  onEnd: () => void = () => {};
  readonly #parts: SocketParts;
  #isSilent = false;
  #hasEnded = false;
  #bringsEvents = true;

  constructor(kind: SocketKind, parts: SocketParts) {
    this.id = parts.id;
    this.kind = kind;
    this.openedAt = parts.clock.now();
    this.#parts = parts;
  }

  /** Sends a frame; false when it is known already that it will not arrive. */
  send(frame: Frame): boolean {
    const text = JSON.stringify(frame);
    const arrives = !this.#isSilent && this.#parts.outbox.send(text);
    this.#note('emulator', { text, frame }, !arrives);
    return arrives;
  }

  /** Sends something that happened in the workspace. */
  sendEvent(frame: Frame): void {
    if (this.#bringsEvents) this.send(frame);
  }

  /** Sends what is no JSON, or no text, past all faults. */
  sendRaw(data: string | Uint8Array): void {
    if (!this.#isSilent) this.#socket.webSocket.send(data);
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
    this.#note('emulator', { text, frame: undefined }, this.#isSilent);
  }

  /** Notes what the client sent. */
  noteReceived(received: Pick<Received, 'text' | 'frame'>): void {
    this.#note('client', received, false);
  }

  /** A ping of the WebSocket itself, which libraries answer by themselves. */
  ping(text: string): void {
    if (!this.#isSilent) this.#socket.webSocket.ping(text);
  }

  close(code?: number): void {
    this.end();
    this.#socket.webSocket.close(code);
  }

  /** Notes that it has ended, whoever ended it. */
  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.onEnd();
  }

  get #socket(): AcceptedSocket {
    return this.#parts.socket;
  }

  #note(from: 'client' | 'emulator', { text, frame }: Pick<Received, 'text' | 'frame'>, lost: boolean): void {
    const { clock, frames } = this.#parts;
    frames.add({ connectionId: this.id, kind: this.kind, from, at: clock.now(), text, frame, lost });
  }

  cut(how: ConnectionCut, code?: number): void {
    if (how !== 'no events' && how !== 'no pongs') this.end();
    switch (how) {
      case 'close':
        this.close(code);
        break;
      case 'drop':
      case 'reset':
        this.#socket.destroyWithoutClose(how === 'reset' ? 'reset' : 'close');
        break;
      case 'half frame':
        this.#socket.sendHalfFrame(JSON.stringify({ type: 'message', text: 'This will never be whole.' }));
        this.#socket.destroyWithoutClose();
        break;
      case 'silence':
        this.#isSilent = true;
        this.#socket.ignoreClose();
        this.#socket.webSocket.pause();
        break;
      case 'no pongs':
        this.#socket.ignorePings();
        break;
      case 'no events':
      default:
        this.#bringsEvents = false;
    }
  }
}
