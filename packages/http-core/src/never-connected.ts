interface Lost {
  readonly cause?: { readonly cause?: { readonly code?: string } };
}

/** The word of the system for why there was no answer, which Node.js hands down as the cause of a cause; browsers tell none. */
export const networkCode = (error: unknown): string => `${(error as Lost).cause?.cause?.code}`;

/**
 * Such words as say that a request was certainly not sent, because the connection to send it on was never made.
 *
 * @example
 * ```ts
 * import { networkCode, neverConnected, type Pace } from '@x/http-core';
 *
 * export const careful: Pace = (send) =>
 *   send().catch((error: unknown) => {
 *     throw neverConnected.test(networkCode(error)) ? new Error('nothing happened') : error;
 *   });
 * ```
 */
export const neverConnected: RegExp = /REFUSED|NOTFOUND|AGAIN|UNREACH|CONNECT_TIMEOUT/;
