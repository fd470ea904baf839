import type { FormFields, Media, Multipart } from '../media/media.js';

/** The runtime writes the form, and knows how. */
export function encodeMultipart({ parts, name, type }: Media, fields: FormFields): Multipart {
  const body = new FormData();
  body.set('source', new File([...parts], name, { type }));
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) body.set(field, value);
  return { body };
}
