import {
  checkBaseUrl,
  checkText,
  createCredential,
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
