import { checkNumber, isBrowser } from '@x/http-core';
import { refuseOption } from '../errors.js';
import { readLiveOptions, type LiveOptions, type LiveSettings } from '../live/options.js';
import type { SlackWebOptions, TokenSource } from '../options.js';

/** What {@link createSlackSocket} is told. */
export interface SlackSocketOptions extends SlackWebOptions, LiveOptions {
  /**
   * The token of an app (`xapp-…`, with the scope `connections:write`), or what gets one. It opens connections, and is used for
   * nothing else. Left out only where `urlProvider` is given.
   */
  readonly appToken?: TokenSource | undefined;
  /** A token of the app's bot, or of a user: for `web`, `send` and `self`. Left out, Web API methods go without one. */
  readonly token?: TokenSource;
  /**
   * How many connections there are at a time, from 1 to 10. With two, the loss of one is no break: the state is `ready` while there
   * is one. What Slack finds too many (`too_many_websockets`) stays away for at least 30 s. Default 1.
   */
  readonly connections?: number | undefined;
  /**
   * Gets the address of a connection (`wss://…`) from a back end of your own, which asks Slack for it by `apps.connections.open`.
   * In a page there is no other way. It is asked for each connection anew. What it rejects with is tried again, unless it is a
   * `SlackError` that is not `retryable`.
   */
  readonly urlProvider?: ((call: { readonly signal: AbortSignal }) => Promise<string>) | undefined;
  /** Asks Slack to end each connection after six minutes, to see what happens then. Default false. */
  readonly debugReconnects?: boolean | undefined;
  /**
   * Tells events in the order in which they happened: after the loss of a connection it holds what comes until Slack has
   * delivered again what was lost, which takes five seconds while there is another connection, and a minute or five when there
   * was none. With several connections each event is held for a quarter of a second besides. Default false: events are told when
   * they come.
   */
  readonly inOrder?: boolean | undefined;
  /**
   * Whether an event is acknowledged also when a listener threw, or its promise was rejected. With `false` it is not: Slack
   * delivers it again, and all who listen hear of it again. Default true.
   */
  readonly ackOnError?: boolean | undefined;
  /** How often each connection is tried by a ping of the WebSocket itself, in milliseconds; in Node.js. Default 10,000. */
  readonly pingIntervalMs?: number | undefined;
  /** How long its pong may take, in milliseconds. Default 10,000. */
  readonly pongTimeoutMs?: number | undefined;
  /** How long Slack may take from one ping of its own to the next, in milliseconds; in Node.js. Default 30,000. */
  readonly silenceMs?: number | undefined;
}

/** The options of Socket Mode, checked and complete. */
export interface SocketModeSettings extends LiveSettings {
  readonly connections: number;
  readonly pongTimeoutMs: number;
}

/** Slack allows an app so many connections. */
const mostConnections = 10;

/** Refuses what cannot work, and fills in what is left out. */
export function readSocketOptions(options: SlackSocketOptions): SocketModeSettings {
  const { appToken, urlProvider, connections = 1, pingIntervalMs = 10_000, silenceMs = 30_000 } = options;
  if (urlProvider === undefined) {
    if (isBrowser()) {
      refuseOption('urlProvider', 'a function: a page cannot ask Slack for an address, your back end can');
    }
    // A token of another kind is told apart here, where it is known which option it belongs to.
    if (appToken === undefined || (typeof appToken === 'string' && !/^(?!xox)[!-~]+$/.test(appToken))) {
      refuseOption('appToken', 'an app-level token like xapp-…');
    }
  } else if (typeof urlProvider !== 'function') refuseOption('urlProvider', 'a function');
  if (!(Number.isInteger(connections) && connections > 0 && connections <= mostConnections)) {
    refuseOption('connections', `a whole number from 1 to ${mostConnections}`);
  }
  return {
    ...readLiveOptions({ ...options, pingIntervalMs, silenceMs }),
    connections,
    pongTimeoutMs: checkNumber(refuseOption, 'pongTimeoutMs', options.pongTimeoutMs ?? 10_000, 1),
  };
}
