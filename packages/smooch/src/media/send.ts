import { encodeMultipart } from '#multipart';
import type { Http, RequestOptions } from '@x/http-core';
import type { FormFields, Media } from './media.js';

/** Sends a file as the field `source` of a form, before the form's other fields. */
export function sendMedia<Answer>(
  http: Http,
  method: 'POST' | 'PUT',
  target: string,
  media: Media,
  fields: FormFields,
  call: RequestOptions,
): Promise<Answer> {
  return http.json(method, target, { ...call, ...encodeMultipart(media, fields) });
}
