import { checkNumber } from '@x/http-core';
import type { WebSocketLike } from '@x/http-core/socket';
import { refuseOption } from '../errors.js';

/** What a WebSocket is opened with, as far as the platform lets it. */
export interface WebSocketSettings {
  /** Of the request that opens the socket; in Node.js only. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** An `http.Agent` for the socket, of a proxy for example; in Node.js only. */
  readonly agent?: object | undefined;
  /** Told how a handshake was refused, where that can be known. */
  readonly onRefused?: ((answer: HandshakeAnswer) => void) | undefined;
}

/** An answer to a handshake that is no WebSocket. */
export interface HandshakeAnswer {
  readonly status: number;
  /** The header of this name. */
  readonly retryAfter?: string | undefined;
}

/** How a live client comes back. */
export interface ReconnectOptions {
  /** After how many attempts in a row that failed it is over. Default: never. */
  readonly maxAttempts?: number | undefined;
  /** Whether the next connection is made before one ends whose end is announced. Default true. */
  readonly overlap?: boolean | undefined;
}

/** What every live client of Slack can be told, whichever way events come. */
export interface LiveOptions {
  /**
   * Makes the WebSocket, with the headers that it has to send, if any. Default: `ws` in Node.js, elsewhere the runtime's own.
   */
  readonly webSocket?: ((url: string, settings: WebSocketSettings) => WebSocketLike) | undefined;
  /** An agent of `node:https` that the WebSocket goes through, for a proxy; in Node.js, and unless `webSocket` is given. */
  readonly agent?: object | undefined;
  /** A connection that was silent for so long is tried by a ping, in milliseconds; a busy one half as often. Default 15,000. */
  readonly pingIntervalMs?: number | undefined;
  /**
   * Silence of so many milliseconds, in spite of a ping, is death: every frame counts. A page that nobody looks at, or a machine
   * that slept, has twice the time from the ping on. Default 10,000 more than `pingIntervalMs`.
   */
  readonly silenceMs?: number | undefined;
  /** How long a socket may take to open, in milliseconds. Default 10,000. */
  readonly connectTimeoutMs?: number | undefined;
  /** How long Slack may take from the opening of a connection to its greeting, in milliseconds. Default 10,000. */
  readonly helloTimeoutMs?: number | undefined;
  /**
   * A connection that brought no event for so many milliseconds is replaced, even if it answers pings. For workspaces in which
   * something always happens. Default: none is.
   */
  readonly staleAfterMs?: number | undefined;
  /** Whether a connection that is lost, or cannot be made, is made again. Default true. */
  readonly reconnect?: boolean | ReconnectOptions | undefined;
  /** Hears what a listener throws. Default: it is thrown where nobody can catch it, so that it is loud. */
  readonly onListenerError?: ((error: unknown) => void) | undefined;
}

/** The options of a live client, checked and complete. */
export interface LiveSettings {
  readonly pingIntervalMs: number;
  readonly silenceMs: number;
  readonly connectTimeoutMs: number;
  readonly helloTimeoutMs: number;
  /** `Infinity` when it is off. */
  readonly staleAfterMs: number;
  /** After how many attempts in a row that failed it is over; 0 when the loss of a connection is, too. */
  readonly maxAttempts: number;
  readonly overlap: boolean;
}

/** Refuses what cannot work, and fills in what is left out. */
export function readLiveOptions(options: LiveOptions): LiveSettings {
  const { staleAfterMs, reconnect = true } = options;
  const check = (name: keyof LiveOptions, otherwise: number): number =>
    checkNumber(refuseOption, name, options[name] ?? otherwise, 1);
  const pingIntervalMs = check('pingIntervalMs', 15_000);
  const silenceMs = check('silenceMs', pingIntervalMs + 10_000);
  if (silenceMs <= pingIntervalMs) refuseOption('silenceMs', 'more than pingIntervalMs');
  const { maxAttempts, overlap = true } = Object(reconnect) as ReconnectOptions;
  return {
    pingIntervalMs,
    silenceMs,
    connectTimeoutMs: check('connectTimeoutMs', 10_000),
    helloTimeoutMs: check('helloTimeoutMs', 10_000),
    staleAfterMs: staleAfterMs === undefined ? Infinity : check('staleAfterMs', 1),
    maxAttempts: reconnect
      ? maxAttempts === undefined
        ? Infinity
        : checkNumber(refuseOption, 'reconnect.maxAttempts', maxAttempts, 1)
      : 0,
    overlap: overlap && reconnect !== false,
  };
}
