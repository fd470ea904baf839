import { badRequest } from '../errors.js';
import type { Body } from './fields.js';

/** In a form, where every field is text, metadata travels as JSON. */
export function withParsedMetadata(fields: Body): Body {
  const { metadata, ...others } = fields;
  if (typeof metadata !== 'string') return fields;
  try {
    return { ...others, metadata: JSON.parse(metadata) as unknown };
  } catch {
    throw badRequest("'metadata' should be JSON");
  }
}
