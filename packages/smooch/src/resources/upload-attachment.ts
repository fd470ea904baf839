import type { CallOptions, Fields, Http } from '@x/http-core';
import type { AttachmentResponse } from '../types/attachment.js';

/** `POST /attachments`: keeps a file for the app, to be named in messages. */
export function uploadAttachment(
  http: Http,
  file: File,
  query: Fields,
  call: CallOptions,
): Promise<AttachmentResponse> {
  const body = new FormData();
  body.set('source', file);
  return http.json('POST', '/attachments', { ...call, query: { access: 'public', ...query }, body });
}
