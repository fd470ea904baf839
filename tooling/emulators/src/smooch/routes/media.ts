import { notFound } from '../errors.js';
import { isMediaPath } from '../media/addresses.js';
import type { Store } from '../state/store.js';

/** Serves a stored file, to anybody who knows its address. Undefined when the request is not for one. */
export function serveMedia(store: Store, request: Request): Response | undefined {
  const { pathname } = new URL(request.url);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || !isMediaPath(pathname)) return undefined;
  const attachment = store.attachments.get(pathname);
  if (attachment === undefined) throw notFound('File');
  return new Response(request.method === 'HEAD' ? null : attachment.bytes, {
    headers: {
      'content-type': attachment.mediaType,
      'content-length': String(attachment.bytes.byteLength),
      'access-control-allow-origin': '*',
    },
  });
}
