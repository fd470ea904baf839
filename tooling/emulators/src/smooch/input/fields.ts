import { badRequest } from '../errors.js';
import type { FlatValue, Metadata } from '../state/model.js';

/** A request body that is an object, as every body of this service is. */
export type Body = Readonly<Record<string, unknown>>;

/** Longest metadata of anything, as JSON. */
const metadataLimit = 4096;

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function optionalString(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw badRequest(`'${name}' should be string`);
  return value;
}

export function requiredString(body: Body, name: string): string {
  const value = optionalString(body, name);
  if (value === undefined || value === '') throw badRequest(`should have required property '${name}'`);
  return value;
}

export function optionalBoolean(body: Body, name: string): boolean | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'boolean') throw badRequest(`'${name}' should be boolean`);
  return value;
}

export function optionalArray(body: Body, name: string): readonly unknown[] | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw badRequest(`'${name}' should be array`);
  return value;
}

/** One of a closed list of words. */
export function requiredWord<Word extends string>(body: Body, name: string, words: readonly Word[]): Word {
  const value = requiredString(body, name);
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw badRequest(`'${name}' should be equal to one of the allowed values`);
  return word;
}

/** Metadata and properties: flat, of strings, numbers and booleans, and not too large. */
export function optionalMetadata(body: Body, name: string): Metadata | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (!isBody(value) || !isFlat(value)) {
    throw badRequest(`'${name}' should be a flat object of strings, numbers and booleans`);
  }
  if (Buffer.byteLength(JSON.stringify(value)) > metadataLimit) {
    throw badRequest(`'${name}' is limited to ${metadataLimit} bytes in size.`);
  }
  return value;
}

export function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function isFlat(value: Body): value is Readonly<Record<string, FlatValue>> {
  return Object.values(value).every((item) => ['string', 'number', 'boolean'].includes(typeof item));
}
