import type { CallOptions, Fields, Http } from '@x/http-core';
import type { Media } from '../media/media.js';
import { sendMedia } from '../media/send.js';
import type { AttachmentResponse } from '../types/attachment.js';

/** `POST /attachments`: keeps a file for the app, to be named in messages. */
export function uploadAttachment(
  http: Http,
  media: Media,
  query: Fields,
  call: CallOptions,
): Promise<AttachmentResponse> {
  return sendMedia(
    http,
    'POST',
    '/attachments',
    media,
    {},
    { ...call, query: { access: 'public', ...query } },
  );
}
