import { readAnyObject, type Reader } from '../../frame/index.js';

/** A text, which is sent as it is, or an object, which is sent as JSON. */
export const readFrame: Reader<string | Readonly<Record<string, unknown>>> = (value, name) =>
  typeof value === 'string' ? value : readAnyObject(value, name);
