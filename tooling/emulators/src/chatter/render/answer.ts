import type { Json } from './json.js';

/** How an answer is written down. */
export interface Writing {
  /** Alphabetical order of keys at every level, which the oldest versions did not have. */
  readonly sortKeys: boolean;
  /** Entities for the characters that are special in HTML, in all strings but URLs. */
  readonly encodeEntities: boolean;
  readonly pretty: boolean;
}

const entities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\\': '&#92;',
  '&': '&amp;',
};

/** The body of an answer as text. */
export function writeJson(body: Json, writing: Writing): string {
  return JSON.stringify(prepare(body, '', writing), undefined, writing.pretty ? 2 : undefined);
}

function prepare(value: Json, name: string, writing: Writing): Json {
  if (typeof value === 'string') {
    return writing.encodeEntities && !isUrlName(name) ? encodeEntities(value) : value;
  }
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => prepare(item, name, writing));
  const names = Object.keys(value);
  const ordered = writing.sortKeys ? names.toSorted(byCodeUnit) : names;
  return Object.fromEntries(ordered.map((key) => [key, prepare(value[key] ?? null, key, writing)]));
}

function isList(value: readonly Json[] | { readonly [name: string]: Json }): value is readonly Json[] {
  return Array.isArray(value);
}

function isUrlName(name: string): boolean {
  return name === 'url' || /Url(?![a-z])/.test(name);
}

function encodeEntities(text: string): string {
  return text.replaceAll(/[<>"'\\&]/g, (character) => entities[character] ?? character);
}

/** `isEditRestricted` comes before `isEditableByMeUrl`: the order of a program, not of a dictionary. */
function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : 1;
}
