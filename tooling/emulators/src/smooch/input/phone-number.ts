import { badRequest } from '../errors.js';
import { requiredString, type Body } from './fields.js';

/** A number with the plus and the code of its country, such as `+1 212-555-2368`, without what is between the digits. */
export function requirePhoneNumber(body: Body, name: string): string {
  const text = requiredString(body, name);
  if (!/^\+\d[\d\s().-]{4,}$/.test(text))
    throw badRequest(`'${name}' should be a phone number with a + and a country code`);
  return text.replaceAll(/[^+\d]/g, '');
}
