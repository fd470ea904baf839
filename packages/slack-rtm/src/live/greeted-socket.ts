import { isServiceError, type Clock } from '@x/http-core';
import type { DialContext } from '@x/http-core/live';
import { openSocket, type Socket, type WebSocketLike } from '@x/http-core/socket';
import { slackError, type SlackError } from '../errors.js';
import { parseFrame, type SlackFrame, type UnreadableEvent } from '../events.js';
import { asFinal } from './final-error.js';
import { deafness, type LiveConnection } from './connection.js';
import type { HandshakeAnswer, LiveSettings } from './options.js';
import { watchLiveness } from './liveness.js';
import { refusedHandshake } from './refused-handshake.js';

/** So much that was sent and is not on its way means that nothing is. */
const maxBufferedBytes = 1_000_000;

/** What one connection needs, and whom it tells. */
export interface GreetedSocketOptions extends Omit<LiveSettings, 'silenceMs'> {
  /** How errors name what is spoken over it. */
  readonly name: string;
  readonly clock: Clock;
  /** Makes the WebSocket; where the platform can tell how a handshake was refused, it does. */
  readonly create: (onRefused: (answer: HandshakeAnswer) => void) => WebSocketLike;
  /** Makes a ping; without it none is sent. */
  readonly ping?: (() => { readonly id: number }) | undefined;
  /** Silence of so many milliseconds is death: every frame counts. Without it none is. */
  readonly silenceMs?: number | undefined;
  /** What a frame means that comes instead of the greeting: that there will be none, or nothing. */
  readonly refusalOf: (frame: SlackFrame) => SlackError | undefined;
  readonly onFrame: (frame: SlackFrame, connection: LiveConnection) => void;
  readonly onUnreadable: (event: UnreadableEvent) => void;
}

/** Opens a socket at an address and waits for the greeting. What comes before anybody listens is held. */
export async function openGreeted(
  options: GreetedSocketOptions,
  { signal, renew }: Pick<DialContext, 'signal' | 'renew'>,
): Promise<LiveConnection> {
  const { name, clock, create, ping, refusalOf, onFrame, onUnreadable } = options;
  const { connectTimeoutMs, helloTimeoutMs, maxAttempts } = options;
  const held: SlackFrame[] = [];
  let greeting: SlackFrame | undefined;
  let greetedAt = 0;
  let closed = false;
  let lastSeenAt = 0;
  let lastEventAt = 0;
  let connection: LiveConnection | undefined;
  let stopRenewal = (): void => undefined;
  let stopGrace = (): void => undefined;
  /** The ping whose answer comes after all that was on its way, and who waits for it. */
  let drainId: number | undefined;
  let resolveDrained = (_isWhole: boolean): void => undefined;
  let why: unknown;
  let resolveGreeted = (): void => undefined;
  const greeted = new Promise<void>((resolve) => {
    resolveGreeted = resolve;
  });
  const broken = (kind: 'network' | 'timeout' | 'protocol', code: string, message: string): SlackError =>
    slackError(kind, code, `${name}: ${message}`, { retryable: true });

  /** Before the greeting there is one thing that counts besides it: that there will be none. */
  function receive(frame: SlackFrame): void {
    if (isEvent(frame)) lastEventAt = lastSeenAt;
    if (drainId !== undefined && frame['reply_to'] === drainId) resolveDrained(true);
    if (connection !== undefined) {
      onFrame(frame, connection);
      return;
    }
    const isGreeting = greeting === undefined && frame.type === 'hello';
    const refusal = greeting === undefined && !isGreeting ? refusalOf(frame) : undefined;
    if (refusal !== undefined) {
      giveUp.abort(refusal);
    } else if (isGreeting) {
      greeting = frame;
      greetedAt = clock.now();
      held.unshift(frame);
      resolveGreeted();
    } else {
      held.push(frame);
    }
  }

  const giveUp = new AbortController();
  const onAbort = (): void => {
    giveUp.abort(signal.reason);
  };
  signal.addEventListener('abort', onAbort);
  const within = (ms: number, code: string, what: string): (() => void) =>
    clock.after(ms, () => {
      giveUp.abort(broken('timeout', code, `there was no ${what} within ${ms} ms`));
    });
  let stopWaiting = within(connectTimeoutMs, 'NO_OPENING', 'open socket');
  let socket: Socket;
  try {
    if (signal.aborted) throw signal.reason;
    socket = await openSocket({
      create: () =>
        create((answer) => {
          giveUp.abort(refusedHandshake(name, answer, clock));
        }),
      fail: broken,
      signal: giveUp.signal,
      clock,
      onFrame(data) {
        lastSeenAt = clock.now();
        if (typeof data !== 'string') {
          onUnreadable({ reason: 'binary', length: data.binaryBytes });
          return;
        }
        const frame = parseFrame(data);
        if (isFrame(frame)) receive(frame);
        else onUnreadable({ reason: frame === undefined ? 'not-json' : 'no-type', length: data.length });
      },
    });
    stopWaiting();
    stopWaiting = within(helloTimeoutMs, 'NO_HELLO', 'greeting');
    await Promise.race([
      greeted,
      socket.ended.then((reason) => {
        throw reason;
      }),
    ]);
  } finally {
    stopWaiting();
    signal.removeEventListener('abort', onAbort);
  }

  function send(frame: object): void {
    socket.send(JSON.stringify(frame));
    if (socket.bufferedAmount > maxBufferedBytes) {
      socket.end(broken('network', 'STALLED', `${maxBufferedBytes} bytes are not on their way yet`));
    }
  }
  const liveness = watchLiveness({
    ...options,
    lastSeenAt: () => lastSeenAt,
    lastEventAt: () => lastEventAt,
    ping() {
      if (ping !== undefined) send(ping());
    },
    onDead(code, message) {
      // Its answers to pings say nothing of what it did not bring.
      if (code === deafness) lastSeenAt = lastEventAt;
      socket.end(broken('timeout', code, message));
    },
  });
  const made: LiveConnection = {
    greeting: greeting as unknown as SlackFrame,
    greetedAt,
    get lastSeenAt() {
      return lastSeenAt;
    },
    ended: socket.ended.then((reason) => {
      liveness.stop();
      stopRenewal();
      stopGrace();
      // Whoever says that it closes is alive until then.
      if (isGoodBye(reason)) lastSeenAt = clock.now();
      // What was closed on purpose needs no other in its place, whatever the other side said to it.
      if (closed) return undefined;
      return maxAttempts === 0 ? asFinal(why ?? reason) : (why ?? reason);
    }),
    start() {
      connection = made;
      for (const frame of held.splice(0)) onFrame(frame, made);
    },
    send,
    renewAfter(ms) {
      stopRenewal();
      stopRenewal = clock.after(ms, renew);
    },
    async drain() {
      if (ping === undefined) return true;
      const asked = ping();
      drainId = asked.id;
      const drained = new Promise<boolean>((resolve) => {
        resolveDrained = resolve;
      });
      send(asked);
      return Promise.race([drained, socket.ended.then(isGoodBye)]);
    },
    check: () => {
      liveness.check();
    },
    end(reason, graceMs = 0) {
      why = reason;
      stopGrace();
      if (graceMs === 0) socket.end(reason);
      else {
        stopGrace = clock.after(graceMs, () => {
          socket.end(reason);
        });
      }
    },
    async close() {
      closed = true;
      await socket.close();
    },
  };
  return made;
}

/** Everything that says what it is, or what it answers. */
function isFrame(value: unknown): value is SlackFrame {
  const { type, reply_to: replyTo } = Object(value) as Readonly<Record<string, unknown>>;
  return typeof type === 'string' || replyTo !== undefined;
}

/** Whether the other side said that it closes: before that, all has come. */
function isGoodBye(reason: unknown): boolean {
  return isServiceError(reason) && /^CLOSED_(?!1006)/.test(reason.code);
}

/** What happened in the workspace, and not just between the two ends of the connection. */
function isEvent(frame: SlackFrame): boolean {
  return frame['reply_to'] === undefined && frame.type !== 'reconnect_url';
}
