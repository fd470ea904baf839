import type { Fields, FieldValue } from '@x/http-core';
import { refuseArgument } from './errors.js';
import { fromDate } from './ts.js';

/** Arguments of a method, by Slack's names for them: an object whose values can be written as text or JSON. */
export type SlackArguments = object;

/** Lists of ids that Slack takes joined by commas; every other list it takes as JSON. */
const joined = /^(users|types|channels|scopes|(user|channel|team)_ids)$/;

/**
 * The arguments as a form: texts as they are, numbers and booleans as texts, a `Date` as a timestamp, lists of ids joined by
 * commas, everything else as JSON. What is `undefined` or `null` is left out.
 */
export function encodeArguments(args: SlackArguments = {}): Fields {
  if (typeof args !== 'object' || args === null || Array.isArray(args))
    refuseArgument('args', 'an object of arguments');
  const entries = Object.entries(args) as [string, unknown][];
  return Object.fromEntries(entries.map(([name, value]) => [name, encodeValue(name, value)]));
}

function encodeValue(name: string, value: unknown): FieldValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
    case 'undefined':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : refuseArgument(name, 'a finite number');
    case 'object':
      if (value === null) return value;
      if (value instanceof Date) return fromDate(value);
      if (Array.isArray(value) && joined.test(name) && value.every(isPlain)) return value.join(',');
      return json(name, value);
    case 'function':
    case 'symbol':
    default:
      return refuseArgument(name, 'a value that can be written as text or JSON');
  }
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function json(name: string, value: object): string {
  const written = value instanceof Blob ? undefined : tryToWrite(value);
  return written ?? refuseArgument(name, 'a value that can be written as JSON');
}

function tryToWrite(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
