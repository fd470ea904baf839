import {
  checkBaseUrl,
  checkNumber,
  checkText,
  createCredential,
  systemClock,
  type Clock,
  type Credential,
  type TransportOptions,
} from '@x/http-core';
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
  /** Headers of every call; in a page only those that begin with `accept`, since Slack's rules for pages allow no others. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The cookie that a session token needs, as `d=…` or its bare value; in Node.js only. */
  readonly cookie?: string | undefined;
  /** Of an organisation: the workspace that every call is about, as `team_id`, unless its arguments say another. */
  readonly teamId?: string | undefined;
  /**
   * What becomes of a call that comes too often. With `wait`, the default, calls keep below the rates that Slack documents, each
   * method by itself and posts by their channel; and where Slack says so all the same, they wait as long as it says. With
   * `retry` they are sent at once, and wait only where Slack says so. With `reject` nothing waits: what Slack will not take
   * rejects with `rate-limit`, and so does what is called before it will again.
   */
  readonly rateLimit?: RateLimit | undefined;
  /** How many calls may be on their way at once. Default 100. */
  readonly maxConcurrent?: number | undefined;
  /**
   * Whether `chat.postMessage` says by `client_msg_id` which post it is, so that it can be sent again when nobody knows whether
   * it arrived, and is one post all the same. Default true.
   */
  readonly idempotency?: boolean | undefined;
  /** What calls, for Slack's statistics: it becomes part of the user agent, in Node.js only. */
  readonly appInfo?: AppInfo | readonly AppInfo[] | undefined;
}

/** What becomes of a call that comes too often. */
export type RateLimit = 'wait' | 'retry' | 'reject';

/** A program and its version. */
export interface AppInfo {
  readonly name: string;
  readonly version: string;
}

/** What calls of the Web API go by, checked and complete. */
export interface WebSettings extends Pick<TransportOptions, 'observe'> {
  readonly clock: Clock;
  readonly rateLimit: RateLimit;
  readonly maxRetryAfterMs: number;
  readonly maxConcurrent: number;
  readonly idempotency: boolean;
}

/** Where the Web API lives, without a slash at its end. */
export function baseUrlOf({ baseUrl = 'https://slack.com/api' }: SlackWebOptions): string {
  const root = checkBaseUrl(refuseOption, 'baseUrl', baseUrl);
  return new URL(root).pathname === '/' ? `${root}/api` : root;
}

/** What stands in for a token where there is none. */
export const noToken: Credential<string> = /* @__PURE__ */ fixedCredential('');

/** The token as something that can be refused and asked for again. */
export function credentialOf(options: SlackWebOptions): Credential<string> {
  const { token, clock } = options;
  // Said to be undefined, it is a variable that nobody has set.
  if (token === undefined && !('token' in options)) return noToken;
  if (typeof token === 'function') {
    return createCredential({ load: askSparingly(token, clock), clock });
  }
  return isCredential(token) ? token : fixedCredential(checkToken(token));
}

/** For how long a function that gave a token which Slack refuses is not asked again, in milliseconds. */
const uselessMs = 10_000;

/** Asks for a token; not with each call anew where it gives the refused one again. */
function askSparingly(
  token: () => string | Promise<string>,
  clock: Clock = systemClock,
): (stale?: string) => Promise<string> {
  let askAgainAt = 0;
  return async (stale) => {
    if (stale !== undefined && clock.now() < askAgainAt) return stale;
    const given = checkToken(await token());
    if (given === stale) askAgainAt = clock.now() + uselessMs;
    return given;
  };
}

function fixedCredential(token: string): Credential<string> {
  return { get: async () => token, refresh: async () => token };
}

function isCredential(token: TokenSource | undefined): token is Credential<string> {
  return (
    typeof token === 'object' &&
    typeof Object(token).get === 'function' &&
    typeof Object(token).refresh === 'function'
  );
}

/** A token goes into a header as it is, which takes no blanks and nothing beyond ASCII. */
export function checkToken(token: unknown): string {
  return /^[!-~]+$/.test(checkText(refuseOption, 'token', token))
    ? (token as string)
    : refuseOption('token', 'a token like xoxb-…, without blanks');
}

/** Refuses what cannot work, and fills in what is left out. */
export function readWebSettings({
  clock = systemClock,
  observe,
  rateLimit = 'wait',
  maxRetryAfterMs = 60_000,
  maxConcurrent = 100,
  idempotency = true,
}: SlackWebOptions): WebSettings {
  if (!/^(wait|retry|reject)$/.test(rateLimit)) refuseOption('rateLimit', "'wait', 'retry' or 'reject'");
  checkNumber(refuseOption, 'maxConcurrent', maxConcurrent, 1);
  return { clock, observe, rateLimit, maxRetryAfterMs, maxConcurrent, idempotency };
}
