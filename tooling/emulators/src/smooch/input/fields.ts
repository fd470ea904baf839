import { badRequest } from '../errors.js';
import type { FlatValue, Metadata } from '../state/model/index.js';

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

/** A string of so many characters at most. */
export function limitedString(body: Body, name: string, longest: number): string | undefined {
  const value = optionalString(body, name);
  if (value !== undefined && value.length > longest) {
    throw badRequest(`'${name}' should NOT be longer than ${longest} characters`);
  }
  return value;
}

/** A string between one and so many characters, or null, which clears what was there. */
export function clearableString(body: Body, name: string, longest: number): string | null | undefined {
  if (body[name] === null) return null;
  const value = limitedString(body, name, longest);
  if (value === '') throw badRequest(`'${name}' should NOT be shorter than 1 characters`);
  return value;
}

/** What a change leaves: null clears, undefined keeps. */
export function changed<Value>(change: Value | null | undefined, kept: Value | undefined): Value | undefined {
  return change === null ? undefined : (change ?? kept);
}

export function clearableUrl(body: Body, name: string): string | null | undefined {
  const value = clearableString(body, name, 2048);
  if (typeof value === 'string' && !URL.canParse(value))
    throw badRequest(`'${name}' should match format 'uri'`);
  return value;
}

export function requiredString(body: Body, name: string): string {
  const value = optionalString(body, name);
  if (value === undefined || value === '') throw badRequest(`should have required property '${name}'`);
  return value;
}

/** A string that must be there, of so many characters at most. */
export function requiredText(body: Body, name: string, longest: number): string {
  requiredString(body, name);
  return limitedString(body, name, longest) ?? '';
}

export function optionalInteger(
  body: Body,
  name: string,
  range: { readonly from?: number; readonly to?: number } = {},
): number | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw badRequest(`'${name}' should be integer`);
  if (range.from !== undefined && value < range.from)
    throw badRequest(`'${name}' should be >= ${range.from}`);
  if (range.to !== undefined && value > range.to) throw badRequest(`'${name}' should be <= ${range.to}`);
  return value;
}

export function optionalObject(body: Body, name: string): Body | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (!isBody(value)) throw badRequest(`'${name}' should be object`);
  return value;
}

export function requiredObject(body: Body, name: string): Body {
  const value = optionalObject(body, name);
  if (value === undefined) throw badRequest(`should have required property '${name}'`);
  return value;
}

/** A list of objects, within bounds. */
export function objects(
  body: Body,
  name: string,
  bounds: { readonly from?: number; readonly to?: number } = {},
): readonly Body[] | undefined {
  const list = optionalArray(body, name);
  if (list === undefined) return undefined;
  const { from = 0, to = Infinity } = bounds;
  if (list.length < from) throw badRequest(`'${name}' should NOT have fewer than ${from} items`);
  if (list.length > to) throw badRequest(`'${name}' should NOT have more than ${to} items`);
  return list.map((item) => {
    if (!isBody(item)) throw badRequest(`'${name}' should hold objects`);
    return item;
  });
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

export function optionalWord<Word extends string>(
  body: Body,
  name: string,
  words: readonly Word[],
): Word | undefined {
  return body[name] === undefined ? undefined : requiredWord(body, name, words);
}

/** Metadata and properties: flat, of strings, numbers and booleans, and not too large. Null is none. */
export function optionalMetadata(body: Body, name: string, called = `'${name}'`): Metadata | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!isBody(value) || !isFlat(value)) {
    throw badRequest(`'${name}' should be a flat object of strings, numbers and booleans`);
  }
  return limitMetadata(value, called);
}

/** Refuses metadata that is too large. */
export function limitMetadata(metadata: Metadata, called: string): Metadata {
  if (Buffer.byteLength(JSON.stringify(metadata)) > metadataLimit) {
    throw badRequest(`${called} is limited to ${metadataLimit} bytes in size.`);
  }
  return metadata;
}

/** A change of metadata key by key, of which null removes the key; null for all of it removes all. */
export type MetadataChange = Readonly<Record<string, FlatValue | null>> | null;

export function optionalMetadataChange(
  body: Body,
  name: string,
  called = `'${name}'`,
): MetadataChange | undefined {
  const value = body[name];
  if (value === undefined || value === null) return value;
  if (!isBody(value)) throw badRequest(`'${name}' should be object`);
  const set = Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null));
  const flat = optionalMetadata({ [name]: set }, name, called) ?? {};
  const removed = Object.keys(value).filter((key) => value[key] === null);
  return { ...flat, ...Object.fromEntries(removed.map((key) => [key, null])) };
}

/** What is left after a change. */
export function changeMetadata(
  metadata: Metadata,
  change: MetadataChange | undefined,
  called: string,
): Metadata {
  if (change === undefined) return metadata;
  if (change === null) return {};
  const merged: Record<string, FlatValue> = { ...metadata };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else merged[key] = value;
  }
  return limitMetadata(merged, called);
}

export function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function isFlat(value: Body): value is Readonly<Record<string, FlatValue>> {
  return Object.values(value).every((item) => ['string', 'number', 'boolean'].includes(typeof item));
}
