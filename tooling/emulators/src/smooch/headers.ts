import { createHash } from 'node:crypto';

/** What the service sends with every answer. */
const standingHeaders = {
  'cache-control': 'private, no-cache, no-store, must-revalidate',
  pragma: 'no-cache',
  expires: '-1',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'x-xss-protection': '1; mode=block',
};

/** An answer of the API: always a JSON object. */
export function jsonResponse(
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const text = JSON.stringify(body);
  return new Response(text, {
    status,
    headers: {
      ...standingHeaders,
      'content-type': 'application/json; charset=utf-8',
      etag: weakTag(text),
      ...headers,
    },
  });
}

/** Adds what depends on how it was asked: `vary` on writes, and the headers that let pages of other origins read the answer. */
export function withRequestHeaders(request: Request, response: Response): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.headers.set('vary', 'X-HTTP-Method-Override');
  }
  if (request.headers.has('origin')) {
    response.headers.set('access-control-allow-origin', '*');
    response.headers.set('access-control-expose-headers', 'Retry-After');
  }
  return response;
}

/** True for the question that a browser asks before it sends a request of another origin. */
export function isPreflight(request: Request): boolean {
  return request.method === 'OPTIONS' && request.headers.has('access-control-request-method');
}

/** Lets every method and every header through: authorization travels in a header, never in a cookie. */
export function preflightResponse(request: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
    },
  });
}

/** Length and digest of the body, the way Express makes them. */
function weakTag(text: string): string {
  const length = Buffer.byteLength(text).toString(16);
  const digest = createHash('sha1').update(text).digest('base64').slice(0, 27);
  return `W/"${length}-${digest}"`;
}
