import { badRequest } from '../errors.js';
import { optionalString, type Body } from './fields.js';

/** An ISO date-time, in milliseconds. */
export function readTime(body: Body, name: string): number | undefined {
  const text = optionalString(body, name);
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw badRequest(`'${name}' should be a date-time`);
  return time;
}
