import { checkText, type Http } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import { createServiceHttp } from '../http.js';
import { readOptions, type SunshineOptions } from './options.js';

/**
 * Sunshine Conversations by v2 of its API. What it can do are functions of it, of which a bundle holds those that are used:
 * `users(sunshine)`, `conversations(sunshine)`, `messages(sunshine)` and so on.
 *
 * Their methods take ids first, then one object, then `{ signal, timeoutMs, retries }`, and resolve with the answer as the
 * service words it; `list` gives `Pages`, which ask for nothing until they are iterated. They reject with a `SmoochError`,
 * or with the reason of their own signal: `auth` (the key or the token does not hold), `rate-limit`, `refused` with the
 * service's own code, `http`, `network`, `timeout`, `protocol`, and `usage` before anything is sent.
 *
 * What reads, changes or deletes is sent again after 5xx, time-outs and broken connections; what posts after a 429 only, and
 * when the connection was never made, because else it may have happened.
 */
export interface Sunshine {
  /** The app that its resources speak of. */
  readonly appId: string | undefined;
  /** Whether what cannot be right is refused before it is sent. */
  readonly checks: boolean;
  /** The way to calls that have no method here. Paths begin below `/v2`. */
  readonly http: Http;
  /**
   * The same client for another app, with the same credential.
   *
   * @throws `usage` / `INVALID_REQUEST` for an empty id.
   * @example
   * ```ts
   * import { users, type Sunshine } from '@x/smooch/v2';
   *
   * export async function knows(sunshine: Sunshine, appId: string, email: string): Promise<boolean> {
   *   const [user] = await users(sunshine.for(appId)).list({ email }).toArray(1);
   *   return user !== undefined;
   * }
   * ```
   */
  for(appId: string): Sunshine;
}

/**
 * Makes a client. It checks the options and does nothing else: nothing is sent before the first call.
 *
 * @throws `usage` / `INVALID_OPTION` at once for options that cannot work, and for a secret in a browser.
 * @see The service's guide "API Authentication".
 * @example
 * ```ts
 * import { createSunshine, messages } from '@x/smooch/v2';
 *
 * export async function greet(secret: string, conversationId: string): Promise<void> {
 *   const sunshine = createSunshine({
 *     keyId: 'app_5b85a397334c19154d2f',
 *     secret,
 *     appId: '5698edbf2a43bd081be982f1',
 *     subdomain: 'shop',
 *   });
 *   await messages(sunshine).sendText(conversationId, 'Hello!');
 * }
 * ```
 */
export function createSunshine(options: SunshineOptions): Sunshine {
  const { appId, checks, ...connection } = readOptions(options);
  const http = createServiceHttp(connection, `${connection.root}/v2`);
  const client = (chosen: string | undefined): Sunshine => ({
    appId: chosen,
    checks,
    http,
    for: (other) => client(checkText(refuseArgument, 'appId', other)),
  });
  return client(appId);
}
