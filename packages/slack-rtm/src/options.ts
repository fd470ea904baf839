import {
  checkBaseUrl,
  checkNumber,
  checkText,
  createCredential,
  type Credential,
  type TransportOptions,
} from '@x/http-core';
import type { WebSocketLike } from '@x/http-core/socket';
import { refuseOption } from './errors.js';

/** Where a token comes from: itself, a function that gets it, or a credential that is refreshed when Slack refuses it. */
export type TokenSource = string | (() => string | Promise<string>) | Credential<string>;

/** What every client of Slack is told. */
export interface SlackWebOptions extends TransportOptions {
  /**
   * A token; or a function that gets one, asked at the first call and again when Slack has refused what it gave; or a credential
   * that renews itself. Left out, methods are called without one. In a page everybody who opens it can read the token.
   */
  readonly token?: TokenSource;
  /** Where the Web API is; of an address without a path it is taken to be at `/api`. Default `https://slack.com/api`. */
  readonly baseUrl?: string | undefined;
}

/** What {@link createSlackRtm} is told. */
export interface SlackRtmOptions extends SlackWebOptions {
  /** As for the Web API, and never left out. */
  readonly token: TokenSource;
  /** Makes the WebSocket. Default: `ws` in Node.js, elsewhere the runtime's own. */
  readonly webSocket?: ((url: string) => WebSocketLike) | undefined;
  /** An agent of `node:https` that the WebSocket goes through, for a proxy; in Node.js, and unless `webSocket` is given. */
  readonly agent?: object | undefined;
  /** How often the connection is tried by a ping, in milliseconds. Default 15,000. */
  readonly pingIntervalMs?: number | undefined;
  /** Silence of so many milliseconds is death: every frame counts. Default twice `pingIntervalMs`, 30,000. */
  readonly silenceMs?: number | undefined;
  /** How long Slack may take from the opening of a connection to its greeting, in milliseconds. Default 10,000. */
  readonly helloTimeoutMs?: number | undefined;
  /** Hears what a listener throws. Default: it is thrown where nobody can catch it, so that it is loud. */
  readonly onListenerError?: ((error: unknown) => void) | undefined;
}

/** The options of a live client, checked and complete. */
export interface LiveSettings {
  readonly pingIntervalMs: number;
  readonly silenceMs: number;
  readonly helloTimeoutMs: number;
}

/** Where the Web API lives, without a slash at its end. */
export function baseUrlOf({ baseUrl = 'https://slack.com/api' }: SlackWebOptions): string {
  const root = checkBaseUrl(refuseOption, 'baseUrl', baseUrl);
  return new URL(root).pathname === '/' ? `${root}/api` : root;
}

/** The token as something that can be refused and asked for again; nothing where there is none. */
export function credentialOf(options: SlackWebOptions): Credential<string> | undefined {
  const { token, clock } = options;
  // Said to be undefined, it is a variable that nobody has set.
  if (token === undefined && !('token' in options)) return undefined;
  if (typeof token === 'function') {
    return createCredential({ load: async () => checkToken(await token()), clock });
  }
  if (isCredential(token)) return token;
  const fixed = checkToken(token);
  return { get: async () => fixed, refresh: async () => fixed };
}

function isCredential(token: TokenSource | undefined): token is Credential<string> {
  return (
    typeof token === 'object' &&
    typeof Object(token).get === 'function' &&
    typeof Object(token).refresh === 'function'
  );
}

/** A token goes into a header as it is, which takes no blanks and nothing beyond ASCII. */
function checkToken(token: unknown): string {
  return /^[!-~]+$/.test(checkText(refuseOption, 'token', token))
    ? (token as string)
    : refuseOption('token', 'a token like xoxb-…, without blanks');
}

/** Refuses what cannot work, and fills in what is left out. */
export function readLiveOptions(options: SlackRtmOptions): LiveSettings {
  const check = (name: keyof LiveSettings, otherwise: number): number =>
    checkNumber(refuseOption, name, options[name] ?? otherwise, 1);
  const pingIntervalMs = check('pingIntervalMs', 15_000);
  const silenceMs = check('silenceMs', 2 * pingIntervalMs);
  if (silenceMs <= pingIntervalMs) refuseOption('silenceMs', 'more than pingIntervalMs');
  return { pingIntervalMs, silenceMs, helloTimeoutMs: check('helloTimeoutMs', 10_000) };
}
