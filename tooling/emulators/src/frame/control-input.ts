import type { Fault, FaultRule, RequestMatch } from './contract.js';
import {
  type Field,
  needed,
  oneOf,
  optional,
  readHttpStatus,
  readObject,
  readText,
  readTexts,
  readTruth,
  readWholeNumber,
  UnusableInput,
} from './read-json.js';

const faultFields: Record<Fault['kind'], Record<string, Field>> = {
  delay: { ms: needed(readWholeNumber) },
  status: { status: needed(readHttpStatus), headers: optional(readTexts), body: optional(readText) },
  html: { status: optional(readHttpStatus), body: optional(readText) },
  wrongType: { contentType: needed(readText) },
  drop: { when: optional(oneOf('before', 'after')) },
  reset: { when: optional(oneOf('before', 'after')) },
  cut: { reset: optional(readTruth) },
  stall: {},
  truncate: {},
  hang: {},
  refuse: { status: optional(readHttpStatus) },
};

const readKind = oneOf(...Object.keys(faultFields));

/** Reads one fault rule. As JSON has neither patterns nor infinity, they are `{ "pattern": "…" }` and `"always"`. */
export function parseFaultRule(text: string): FaultRule {
  const rule = readObject(parseBody(text), 'The rule', {
    fault: needed(readFault),
    match: optional(readMatch),
    times: optional(readTimes),
    skip: optional(readWholeNumber),
  });
  return rule;
}

/** Reads `{ "advanceMs": … }`. */
export function parseAdvance(text: string): number {
  const { advanceMs } = readObject(parseBody(text), 'The body', { advanceMs: needed(readWholeNumber) });
  return advanceMs;
}

/** Reads what can go wrong with a request: its kind and what that kind needs. */
export function readFault(value: unknown, name: string): Fault {
  const kind = readKind((value as { kind?: unknown } | null)?.kind, `${name}.kind`) as Fault['kind'];
  return readObject(value, name, { kind: needed(readKind), ...faultFields[kind] }) as unknown as Fault;
}

/** Reads which requests are meant: by method, by path, or handshakes only. */
export function readMatch(value: unknown, name: string): RequestMatch {
  return readObject(value, name, {
    method: optional(readText),
    path: optional(readPath),
    upgrade: optional(readTruth),
  });
}

/** Reads a whole number, or `"always"`. */
export function readTimes(value: unknown, name: string): number {
  return value === 'always' ? Infinity : readWholeNumber(value, name);
}

/** Reads a path, or the pattern that a path must match. */
export function readPath(value: unknown, name: string): string | RegExp {
  if (typeof value === 'string') return value;
  const { pattern } = readObject(value, `${name} (a string or an object)`, { pattern: needed(readText) });
  try {
    return new RegExp(pattern);
  } catch {
    throw new UnusableInput(`${name}.pattern must be a regular expression of JavaScript.`);
  }
}

/** The body of a request as JSON; undefined without one. */
export function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableInput('The body must be JSON.');
  }
}
