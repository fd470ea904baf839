import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock, Random } from '../frame/index.js';
import { sessionInvalid } from './errors.js';

/** Addresses of bytes that carry a token, for pages whose images cannot send headers. */
export interface BearerUrls {
  /** The same address with a token, which is good for 20 minutes and for nothing but this address. */
  sign(url: string, userId: string): string;
  /**
   * The user for whom the address of a request was made; undefined when it has no token. Throws the 401 for one that is too
   * old, or whose address was altered.
   */
  admit(request: Request): string | undefined;
}

const lifetimeMs = 20 * 60_000;
const parameter = 'oauth_token';
/** Only the path and the query of an address are signed, so any origin will do. */
const anyOrigin = 'http://localhost';

export function createBearerUrls(clock: Clock, random: Random): BearerUrls {
  const key = random.hex(64);
  const signatureOf = (address: URL, expiresAt: string, userId: string): string =>
    createHmac('sha256', key)
      .update([address.pathname, address.search, expiresAt, userId].join('\n'))
      .digest('base64url');

  return {
    sign(url, userId) {
      const expiresAt = String(clock.now() + lifetimeMs);
      const signature = signatureOf(new URL(url, anyOrigin), expiresAt, userId);
      return `${url}${url.includes('?') ? '&' : '?'}${parameter}=${expiresAt}.${userId}.${signature}`;
    },
    admit(request) {
      const address = new URL(request.url);
      const token = address.searchParams.get(parameter);
      if (token === null || request.headers.has('authorization')) return undefined;
      const [expiresAt = '', userId = '', signature = ''] = token.split('.');
      // The token stands at the end of the query; anything else there has been added.
      const signed = new URL(address.href.replace(new RegExp(`[?&]${parameter}=[^&]*$`), ''));
      const isIntact = isSame(signature, signatureOf(signed, expiresAt, userId));
      if (!isIntact || clock.now() >= Number(expiresAt)) throw sessionInvalid();
      return userId;
    },
  };
}

/** Whether a request wants addresses of bytes that carry a token. */
export function wantsBearerUrls(request: Request): boolean {
  return request.headers.get('x-connect-bearer-urls')?.toLowerCase() === 'true';
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
