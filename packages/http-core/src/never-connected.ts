/** What fetch throws when there was no answer. Node.js hands down the code of the system as its cause; browsers tell none. */
export interface Lost {
  readonly cause?: { readonly code?: string };
}

/**
 * The codes that say that a request was certainly not sent, because the connection to send it on was never made.
 *
 * @example
 * ```ts
 * import { neverConnected, type Lost, type Pace } from '@x/http-core';
 *
 * export const careful: Pace = (send) =>
 *   send().catch((error: Lost) => {
 *     throw neverConnected.test(`${error.cause?.code}`) ? new Error('nothing happened') : error;
 *   });
 * ```
 */
export const neverConnected: RegExp = /REFUSED|NOTFOUND|AGAIN|UNREACH|CONNECT_TIMEOUT/;
