import { isServiceError, type Clock } from '@x/http-core';
import type { DialContext } from '@x/http-core/live';
import { openSocket, type Socket, type WebSocketLike } from '@x/http-core/socket';
import { slackError, type SlackError } from './errors.js';
import { parseFrame, type SlackFrame, type UnreadableEvent } from './events.js';
import type { LiveConnection } from './live-connection.js';
import type { LiveSettings } from './options.js';

/** What one connection needs, and whom it tells. */
export interface GreetedSocketOptions extends Omit<LiveSettings, 'silenceMs'> {
  /** How errors name what is spoken over it. */
  readonly name: string;
  readonly url: string;
  readonly clock: Clock;
  readonly createWebSocket: (url: string) => WebSocketLike;
  /** Makes a ping; without it none is sent. */
  readonly ping?: (() => object) | undefined;
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
  const { name, url, clock, createWebSocket, ping: makePing, refusalOf, onFrame, onUnreadable } = options;
  const { pingIntervalMs, silenceMs, helloTimeoutMs } = options;
  const held: SlackFrame[] = [];
  let greeting: SlackFrame | undefined;
  let greetedAt = 0;
  let closed = false;
  let lastSeenAt = 0;
  let connection: LiveConnection | undefined;
  let stopPing = (): void => undefined;
  let stopRenewal = (): void => undefined;
  let resolveGreeted = (): void => undefined;
  const greeted = new Promise<void>((resolve) => {
    resolveGreeted = resolve;
  });
  const broken = (kind: 'network' | 'timeout' | 'protocol', code: string, message: string): SlackError =>
    slackError(kind, code, `${name}: ${message}`, { retryable: true });

  /** Before the greeting there is one thing that counts besides it: that there will be none. */
  function receive(frame: SlackFrame): void {
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
  const stopWaiting = clock.after(helloTimeoutMs, () => {
    giveUp.abort(broken('timeout', 'NO_HELLO', `there was no greeting within ${helloTimeoutMs} ms`));
  });
  let socket: Socket;
  try {
    if (signal.aborted) throw signal.reason;
    socket = await openSocket({
      create: () => createWebSocket(url),
      fail: broken,
      idleMs: silenceMs,
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

  const send = (frame: object): void => {
    socket.send(JSON.stringify(frame));
  };
  const ping = (): void => {
    if (makePing === undefined) return;
    send(makePing());
    stopPing = clock.after(pingIntervalMs, ping);
  };
  stopPing = clock.after(pingIntervalMs, ping);
  const made: LiveConnection = {
    greeting: greeting as unknown as SlackFrame,
    greetedAt,
    get lastSeenAt() {
      return lastSeenAt;
    },
    ended: socket.ended.then((reason) => {
      stopPing();
      stopRenewal();
      // Whoever says that it closes is alive until then.
      if (isServiceError(reason) && /^CLOSED_(?!1006)/.test(reason.code)) lastSeenAt = clock.now();
      // What was closed on purpose needs no other in its place, whatever the other side said to it.
      return closed ? undefined : reason;
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
    end(reason) {
      socket.end(reason);
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
