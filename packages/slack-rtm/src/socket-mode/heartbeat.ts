import type { Clock } from '@x/http-core';
import type { WebSocketLike } from '@x/http-core/socket';

/** What is watched, and who is told. */
export interface HeartbeatOptions {
  readonly webSocket: WebSocketLike;
  readonly clock: Clock;
  readonly pingIntervalMs: number;
  readonly pongTimeoutMs: number;
  /** How long the service may take from one ping of its own to the next. */
  readonly silenceMs: number;
  /** A ping or a pong came. */
  readonly onSign: () => void;
  readonly onLatency: (latencyMs: number) => void;
  /** It is dead; told once. */
  readonly onDead: (code: 'SILENCE' | 'NO_PONG', message: string) => void;
}

/** A WebSocket that lets its pings be seen and sent: that of Node.js. In a page it is none. */
interface Pinging extends WebSocketLike {
  ping(): void;
  on(type: 'ping' | 'pong', listener: () => void): unknown;
}

/** Watches a connection until it is stopped. */
export interface Heartbeat {
  /** Tries it now. */
  readonly check: () => void;
  readonly stop: () => void;
}

const nothing = (): void => undefined;

/**
 * Watches the pings of the WebSocket itself, ours and those of the service. Where the platform does not show them there is nothing
 * to watch.
 */
export function watchHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { webSocket, clock, pingIntervalMs, pongTimeoutMs, silenceMs, onSign, onLatency, onDead } = options;
  if (!isPinging(webSocket)) return { check: nothing, stop: nothing };
  const pinging = webSocket;
  let pingedAt = 0;
  let stopPing = nothing;

  const pong = createDeadline(clock, pongTimeoutMs, () => {
    stop();
    onDead('NO_PONG', `a ping was not answered within ${pongTimeoutMs} ms`);
  });
  const serverPing = createDeadline(clock, silenceMs, () => {
    stop();
    onDead('SILENCE', `no ping of the service came for ${silenceMs} ms`);
  });

  function stop(): void {
    stopPing();
    pong.stop();
    serverPing.stop();
  }

  function ping(): void {
    // One at a time, so that it is known which one a pong answers.
    if (!pong.isRunning) {
      pingedAt = clock.now();
      pong.start();
      pinging.ping();
    }
    stopPing();
    stopPing = clock.after(pingIntervalMs, ping);
  }

  webSocket.on('ping', () => {
    onSign();
    serverPing.start();
  });
  webSocket.on('pong', () => {
    onSign();
    if (!pong.isRunning) return;
    pong.stop();
    onLatency(clock.now() - pingedAt);
  });
  serverPing.start();
  stopPing = clock.after(pingIntervalMs, ping);
  return { check: ping, stop };
}

function isPinging(webSocket: WebSocketLike): webSocket is Pinging {
  const { ping, on } = webSocket as Partial<Pinging>;
  return typeof ping === 'function' && typeof on === 'function';
}

interface Deadline {
  readonly isRunning: boolean;
  /** Begins anew. */
  start(): void;
  stop(): void;
}

/** A deadline that is given once more when nothing ran for as long: of what came meanwhile, nothing has been read yet. */
function createDeadline(clock: Clock, ms: number, onMissed: () => void): Deadline {
  let cancel: (() => void) | undefined;

  function stop(): void {
    cancel?.();
    cancel = undefined;
  }

  function wait(isLast: boolean): void {
    stop();
    const due = clock.now() + ms;
    cancel = clock.after(ms, () => {
      if (!isLast && clock.now() - due >= ms) wait(true);
      else onMissed();
    });
  }

  return {
    get isRunning() {
      return cancel !== undefined;
    },
    start() {
      wait(false);
    },
    stop,
  };
}
