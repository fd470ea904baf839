import type { Call } from './call.js';
import { PageNotFound } from './refusals.js';

/** One address and what it answers. A POST must carry the fkey of its sender unless it says otherwise. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly needsFkey?: false;
  readonly handle: (call: Call, parameters: Parameters) => Response | Promise<Response>;
}

/** The parts of a path that its pattern names, decoded. */
export type Parameters = Readonly<Record<string, string | undefined>>;

/** A part of the path that is an id. What is no number leads nowhere. */
export function idIn(parameters: Parameters, name: string): number {
  const text = parameters[name] ?? '';
  if (!/^-?\d+$/.test(text)) throw new PageNotFound();
  return Number(text);
}

/** A number in a form or a query; undefined when it is missing, empty or none. */
export function numberIn(fields: URLSearchParams, name: string): number | undefined {
  const text = fields.get(name) ?? '';
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** No timeout and no kick lasts longer than a year here; how long they can be at the service is not known. */
const longestDuration = 365 * 24 * 3_600;

/** The seconds that something is to last; undefined when the form does not say. */
export function durationIn(form: URLSearchParams): number | undefined {
  const seconds = numberIn(form, 'duration');
  return seconds === undefined ? undefined : Math.min(seconds, longestDuration);
}

/** A list of numbers with commas between them. What is no number is left out. */
export function idsIn(fields: URLSearchParams, name: string): number[] {
  return (fields.get(name) ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => /^-?\d+$/.test(text))
    .map(Number);
}
