import type { Call } from './call.js';

/** Where a login or a logout leads back to: only ever to the host that was asked. */
export function returnUrlOf({ query, form, host }: Call): string {
  const wanted = query.get('returnurl') ?? form.get('returnurl') ?? form.get('returnUrl') ?? '/';
  // A browser takes two slashes, and a slash with a backslash, for the beginning of another host.
  if (/^\/(?![/\\])/.test(wanted)) return wanted;
  if (!URL.canParse(wanted)) return '/';
  const url = new URL(wanted);
  return /^https?:$/.test(url.protocol) && url.host === host ? wanted : '/';
}
