import type { Random } from '../frame/index.js';

const yearSeconds = 31_536_000;

/**
 * The cookie that comes with every answer and means nothing to a client. On the service it names a domain and asks for https;
 * on loopback a jar would refuse the one and not send the other, so both are left out.
 */
export function browserCookie(random: Random): string {
  return `BrowserId=${random.base62(22)}; path=/; max-age=${yearSeconds}`;
}
