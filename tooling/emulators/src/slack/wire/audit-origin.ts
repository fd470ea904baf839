import { corsHeaders } from './headers.js';

/** Headers that a page cannot set or may set without asking, beside those that start with `sec-`. */
const free: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'connection',
  'content-language',
  'content-length',
  'content-type',
  'dnt',
  'host',
  'keep-alive',
  'origin',
  'pragma',
  'priority',
  'referer',
  'te',
  'transfer-encoding',
  'upgrade-insecure-requests',
  'user-agent',
]);

const allowed: ReadonlySet<string> = new Set(
  corsHeaders['access-control-allow-headers'].split(',').map((name) => name.trim()),
);

const simpleTypes = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)(?:;|$)/i;

/** Why no browser would have sent this request of a page, since leave for it is not given; undefined if one would have. */
export function obstacleForPage({ headers }: Request): string | undefined {
  if (!headers.has('origin')) return undefined;
  // Pages send one only to where any origin may not read the answer.
  if (headers.has('cookie')) return 'A page may not send cookies.';
  const type = headers.get('content-type');
  if (type !== null && !simpleTypes.test(type)) return `A page may not send content-type ${type}.`;
  for (const name of headers.keys()) {
    if (!free.has(name) && !name.startsWith('sec-') && !allowed.has(name)) {
      return `A page may not send the header ${name}.`;
    }
  }
  return undefined;
}
