import { type Writing, writeJson } from './answer.js';
import type { Json } from './json.js';

/** An answer as the service sends it; without a body it has no content type either. */
export function respond(
  status: number,
  body: Json | undefined,
  writing: Writing,
  headers: Headers = new Headers(),
): Response {
  if (body === undefined) return new Response(null, { status, headers });
  headers.set('content-type', 'application/json;charset=UTF-8');
  return new Response(writeJson(body, writing), { status, headers });
}

/** How this request wants its answer written. Errors were only ever seen without entities and with their keys as they come. */
export function writingOf(request: Request, kind: 'data' | 'legacy data' | 'plain'): Writing {
  return {
    sortKeys: kind === 'data',
    encodeEntities:
      kind !== 'plain' && request.headers.get('x-chatter-entity-encoding')?.toLowerCase() !== 'false',
    pretty: request.headers.get('x-prettyprint') === '1',
  };
}
