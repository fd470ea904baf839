import type { ServiceError } from '../errors.js';
import { systemClock, type Clock } from '../time.js';

/** The part of a WebSocket that is used; browsers have it, and `ws` in Node.js has `terminate` besides. */
export interface WebSocketLike {
  binaryType: string;
  readonly bufferedAmount: number;
  send(text: string): void;
  close(code?: number): void;
  /** Ends the connection at once, whatever the other side does. */
  terminate?(): void;
  addEventListener(type: 'open' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(
    type: 'close',
    listener: (event: { readonly code: number; readonly reason: string }) => void,
  ): void;
}

/** What {@link openSocket} needs to know. */
export interface SocketOptions {
  /** Makes the WebSocket. */
  readonly create: () => WebSocketLike;
  /** Told of each frame: text as it is, and what is not text as its number of bytes. */
  readonly onFrame: (frame: string | { readonly binaryBytes: number }) => void;
  /** Makes the error that ends a socket; all of them can be mended by another socket. */
  readonly fail: (kind: 'network' | 'timeout' | 'protocol', code: string, message: string) => ServiceError;
  /** Silence of so many milliseconds is death: every frame counts. Default: none is. */
  readonly idleMs?: number | undefined;
  /** A larger frame ends the socket. Default 16 MiB. */
  readonly maxFrameBytes?: number | undefined;
  /** Ends the attempt, or the socket. */
  readonly signal?: AbortSignal | undefined;
  /** Default: the clock of the system. */
  readonly clock?: Clock | undefined;
}

/** An open WebSocket that ends in one way, once. */
export interface Socket {
  /** Resolves when it is over: with the error that `fail` made, or what {@link Socket.end} was told. Never rejects. */
  readonly ended: Promise<unknown>;
  /** Bytes that are not on their way yet. */
  readonly bufferedAmount: number;
  /** Sends a text. Does nothing once the socket is over. */
  send(text: string): void;
  /** Says good-bye and resolves when it is over: after a second at the latest, however the other side behaves. */
  close(): Promise<void>;
  /** Ends it at once, for a reason of the caller's. */
  end(reason: unknown): void;
}

/** How long the other side has for its half of the good-bye. */
const closeMs = 1000;

/**
 * Opens a WebSocket and resolves when it is open. Whatever happens to it, `ended` resolves: sockets of some runtimes give
 * an error and no close, and some peers answer a close with silence.
 *
 * @example
 * ```ts
 * import { ServiceError } from '@x/http-core';
 * import { openSocket } from '@x/http-core/socket';
 *
 * const socket = await openSocket({
 *   create: () => new WebSocket('wss://example.com/live'),
 *   onFrame: (frame) => console.log(frame),
 *   fail: (kind, code, message) =>
 *     new ServiceError(`example: ${message}`, { service: 'example', kind, code, retryable: true }),
 * });
 * socket.send('hello');
 * console.log(await socket.ended);
 * ```
 */
export async function openSocket(options: SocketOptions): Promise<Socket> {
  const {
    create,
    onFrame,
    fail,
    idleMs,
    maxFrameBytes = 16 * 1024 * 1024,
    signal,
    clock = systemClock,
  } = options;
  const webSocket = create();
  webSocket.binaryType = 'arraybuffer';
  let over = false;
  let isHeard = false;
  let stopIdle = (): void => undefined;
  let resolveEnded = (_reason: unknown): void => undefined;
  const ended = new Promise<unknown>((resolve) => {
    resolveEnded = resolve;
  });

  function finish(reason: unknown): void {
    if (over) return;
    over = true;
    stopIdle();
    signal?.removeEventListener('abort', onAbort);
    if (webSocket.terminate === undefined) webSocket.close();
    else webSocket.terminate();
    resolveEnded(reason);
  }

  function onAbort(): void {
    finish(signal?.reason);
  }

  function alive(): void {
    if (idleMs === undefined || over || isHeard) return;
    // Frames that came together are one sign of life: a timer for each would take as long as reading it.
    isHeard = true;
    queueMicrotask(() => {
      isHeard = false;
    });
    stopIdle();
    stopIdle = clock.after(idleMs, () => {
      finish(fail('timeout', 'SILENCE', `the connection was silent for ${idleMs} ms`));
    });
  }

  const opened = new Promise<void>((resolve) => {
    webSocket.addEventListener('open', resolve);
  });
  webSocket.addEventListener('error', () => {
    finish(fail('network', 'NETWORK', 'the connection failed'));
  });
  webSocket.addEventListener('close', ({ code }) => {
    finish(fail('network', `CLOSED_${code}`, `the connection was closed (${code})`));
  });
  webSocket.addEventListener('message', ({ data }) => {
    if (over) return;
    alive();
    const frame = typeof data === 'string' ? data : { binaryBytes: (data as ArrayBuffer).byteLength };
    // Of a text, this many are at least so many bytes.
    if ((typeof frame === 'string' ? frame.length : frame.binaryBytes) > maxFrameBytes) {
      finish(fail('protocol', 'FRAME_TOO_LARGE', `a frame of more than ${maxFrameBytes} bytes came`));
      return;
    }
    onFrame(frame);
  });
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener('abort', onAbort);

  // Until it is open, its end is the failure of the attempt.
  await Promise.race([
    opened,
    ended.then((reason) => {
      throw reason;
    }),
  ]);
  alive();

  return {
    ended,
    get bufferedAmount() {
      return webSocket.bufferedAmount;
    },
    send(text) {
      if (!over) webSocket.send(text);
    },
    async close() {
      if (over) return;
      webSocket.close(1000);
      const cancel = clock.after(closeMs, () => {
        finish(undefined);
      });
      await ended;
      cancel();
    },
    end: finish,
  };
}
