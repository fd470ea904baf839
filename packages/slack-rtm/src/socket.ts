import { isServiceError, type Clock, type Http } from '@x/http-core';
import type { Connection, DialContext } from '@x/http-core/live';
import { openSocket, type Socket, type WebSocketLike } from '@x/http-core/socket';
import { checkAddress } from './address.js';
import { slackError, type SlackError } from './errors.js';
import { parseFrame, type SlackFrame, type UnreadableEvent } from './events.js';
import type { LiveSettings } from './options.js';
import type { Methods } from './types/methods.js';
import { callMethod } from './web.js';

/** What `rtm.connect` answers. */
export type Welcome = Methods['rtm.connect']['result'];

/** What one connection needs, and whom it tells. */
export interface RtmConnectionOptions extends LiveSettings {
  readonly http: Http;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly createWebSocket: (url: string) => WebSocketLike;
  readonly nextId: () => number;
  readonly onFrame: (frame: SlackFrame, connection: RtmConnection) => void;
  readonly onUnreadable: (event: UnreadableEvent) => void;
  readonly onLatency: (latencyMs: number) => void;
}

/** One connection of RTM, from its greeting on. */
export interface RtmConnection extends Connection {
  readonly welcome: Welcome;
  readonly greeting: SlackFrame;
  /** When it was greeted, and when it last showed a sign of life. */
  readonly greetedAt: number;
  readonly lastSeenAt: number;
  /** Begins to tell of frames, first of those that came meanwhile. */
  start(): void;
  send(frame: object): void;
  /** Asks for the next connection, after so many milliseconds. */
  renewAfter(ms: number): void;
}

/** Asks for an address, opens a socket there and waits for the greeting. */
export async function connectRtm(
  options: RtmConnectionOptions,
  { signal, renew }: DialContext,
): Promise<RtmConnection> {
  const { http, baseUrl, clock, createWebSocket, nextId, onFrame, onUnreadable, onLatency } = options;
  const { pingIntervalMs, silenceMs, helloTimeoutMs } = options;
  // Trying again is for whoever keeps the connection alive, who knows how long to wait.
  const args = { batch_presence_aware: true, presence_sub: true };
  const welcome = (await callMethod(http, 'rtm.connect', args, { signal, retries: 0 }, true)) as Welcome;
  const url = checkAddress(welcome.url, baseUrl);

  const held: SlackFrame[] = [];
  let greeting: SlackFrame | undefined;
  let greetedAt = 0;
  let closed = false;
  let lastSeenAt = 0;
  let connection: RtmConnection | undefined;
  let stopPing = (): void => undefined;
  let stopRenewal = (): void => undefined;
  let resolveGreeted = (): void => undefined;
  const greeted = new Promise<void>((resolve) => {
    resolveGreeted = resolve;
  });

  /** Before the greeting there is one thing that counts besides it: that the address serves no longer. */
  function receive(frame: SlackFrame): void {
    if (frame.type === 'pong') {
      if (typeof frame['t'] === 'number') onLatency(clock.now() - frame['t']);
    } else if (connection !== undefined) {
      onFrame(frame, connection);
    } else if (greeting === undefined && frame.type === 'hello') {
      greeting = frame;
      greetedAt = clock.now();
      held.unshift(frame);
      resolveGreeted();
    } else if (greeting === undefined && frame.type === 'error') {
      const { code, msg } = Object(frame['error']) as { readonly code?: unknown; readonly msg?: unknown };
      giveUp.abort(broken('network', `RTM_${String(code)}`, `the service said ${String(msg)}`));
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

  const ping = (): void => {
    socket.send(JSON.stringify({ id: nextId(), type: 'ping', t: clock.now() }));
    stopPing = clock.after(pingIntervalMs, ping);
  };
  stopPing = clock.after(pingIntervalMs, ping);
  const made: RtmConnection = {
    welcome,
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
    send(frame) {
      socket.send(JSON.stringify(frame));
    },
    renewAfter(ms) {
      stopRenewal();
      stopRenewal = clock.after(ms, renew);
    },
    async close() {
      closed = true;
      await socket.close();
    },
  };
  return made;
}

function broken(kind: 'network' | 'timeout' | 'protocol', code: string, message: string): SlackError {
  return slackError(kind, code, `RTM: ${message}`, { retryable: true });
}

/** Everything that says what it is, or what it answers. */
function isFrame(value: unknown): value is SlackFrame {
  const { type, reply_to: replyTo } = Object(value) as Readonly<Record<string, unknown>>;
  return typeof type === 'string' || replyTo !== undefined;
}
