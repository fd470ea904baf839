import { illegalValue } from '../errors.js';

/** An ISO 8601 date, with or without a time, as milliseconds since 1970. */
export function readDate(name: string, given: string): number {
  const time = /^\d{4}-\d{2}-\d{2}(?:T.+)?$/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(time)) throw illegalValue(name, given);
  return time;
}
