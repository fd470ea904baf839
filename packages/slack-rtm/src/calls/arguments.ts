import type { Fields, FieldValue } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import { fromDate } from '../ts.js';

/** Arguments of a method, by Slack's names for them: an object whose values can be written as text or JSON. */
export type SlackArguments = object;

/** Lists of ids that Slack takes joined by commas; every other list it takes as JSON. */
const joined = /^(users|types|channels|scopes|(user|channel|team)_ids)$/;

/**
 * The arguments as a form: texts as they are, numbers and booleans as texts, a `Date` as a timestamp, lists of ids joined by
 * commas, everything else as JSON. What is `undefined` or `null` is left out. With bytes among them they become parts.
 */
export function encodeArguments(args: Readonly<Record<string, unknown>>): Fields | FormData {
  const given = Object.entries(args).filter(([, value]) => value !== undefined && value !== null);
  if (!given.some(([, value]) => isBytes(value))) {
    return Object.fromEntries(given.map(([name, value]) => [name, encodeValue(name, value)]));
  }
  const parts = new FormData();
  for (const [name, value] of given) {
    if (isBytes(value)) parts.append(name, toBlob(value), value instanceof File ? value.name : name);
    else parts.append(name, String(encodeValue(name, value)));
  }
  return parts;
}

/** Bytes, which go as a part with a file name: that of a `File`, otherwise the name of the argument. */
function isBytes(value: unknown): value is Blob | ArrayBuffer | Uint8Array<ArrayBuffer> {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

function toBlob(value: Blob | ArrayBuffer | Uint8Array<ArrayBuffer>): Blob {
  return value instanceof Blob ? value : new Blob([value]);
}

function encodeValue(name: string, value: unknown): FieldValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : refuseArgument(name, 'a finite number');
    case 'object':
      if (value instanceof Date) {
        return Number.isNaN(value.getTime()) ? refuseArgument(name, 'a date that is one') : fromDate(value);
      }
      // As JSON they would be empty without a word.
      if (value instanceof Map || value instanceof Set) refuseArgument(name, 'a list or a plain object');
      if (Array.isArray(value) && joined.test(name) && value.every(isPlain)) return value.join(',');
      return tryToWrite(value) ?? refuseArgument(name, 'a value that can be written as JSON');
    case 'function':
    case 'symbol':
    case 'undefined':
    default:
      return refuseArgument(name, 'a value that can be written as text or JSON');
  }
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function tryToWrite(value: object | null): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
