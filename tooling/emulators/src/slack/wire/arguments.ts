import { missingArgument, SlackError } from '../errors.js';
import type { RawArguments } from './read-request.js';

/** The arguments of a call, read as the kinds of values that methods take. An empty text counts as absent, `null` too. */
export interface Arguments {
  readonly all: RawArguments;
  text(name: string): string | undefined;
  requiredText(name: string): string;
  /** `true`, `1`, and nothing else. */
  flag(name: string, otherwise?: boolean): boolean;
  /** Ids between commas, or a JSON list of them. */
  list(name: string): readonly string[] | undefined;
  /** A list that travels as JSON text in a form and as itself in JSON; `error` is what the service answers to anything else. */
  json(name: string, error: string): unknown;
  /** A whole number from 1 on. */
  count(name: string, error: string): number | undefined;
}

export function createArguments(all: RawArguments): Arguments {
  const text = (name: string): string | undefined => {
    const value = all[name];
    if (typeof value === 'string') return value === '' ? undefined : value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  };

  const json = (name: string, error: string): unknown => {
    const value = all[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw new SlackError(error);
    }
  };

  return {
    all,
    text,
    json,
    requiredText(name) {
      const value = text(name);
      if (value === undefined) throw missingArgument(name);
      return value;
    },
    flag(name, otherwise = false) {
      const value = text(name);
      return value === undefined ? otherwise : /^(?:true|1)$/i.test(value);
    },
    list(name) {
      const value = all[name];
      const items =
        typeof value === 'string' && value.startsWith('[') ? json(name, 'invalid_arguments') : value;
      if (Array.isArray(items)) return items.map(String);
      return text(name)
        ?.split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '');
    },
    count(name, error) {
      const value = text(name);
      // 0 asks for the usual number, as absence does.
      if (value === undefined || value === '0') return undefined;
      if (!/^\d+$/.test(value)) throw new SlackError(error);
      return Number(value);
    },
  };
}
