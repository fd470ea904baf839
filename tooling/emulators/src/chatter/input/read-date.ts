import { illegalValue } from '../errors.js';
import type { Fields } from './fields.js';

/** An ISO 8601 date, with or without a time, as milliseconds since 1970. */
export function readDate(name: string, given: string): number {
  const time = /^\d{4}-\d{2}-\d{2}(?:T.+)?$/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(time)) throw illegalValue(name, given);
  return time;
}

/** The date that a property of a body has; undefined for none. */
export function readDateField(fields: Fields, name: string): number | undefined {
  const given = fields.text(name);
  return given === undefined ? undefined : readDate(name, given);
}
