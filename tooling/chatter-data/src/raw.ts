import { readFileSync } from 'node:fs';

/** A property or a parameter, as the data files have it. */
export interface RawProperty {
  readonly name: string;
  readonly type?: string;
  readonly since?: string;
  readonly until?: string;
  readonly group?: string;
  readonly required?: boolean | 'conditional';
  readonly enum?: readonly string[];
  readonly default?: string;
  readonly min?: number;
  readonly max?: number;
  readonly maxItemsOrLen?: number;
  readonly minNonWildcardChars?: number;
}

export interface RawBodyType {
  readonly title: string;
  readonly extends?: string | null;
  readonly props: readonly RawProperty[];
}

/** A list of parameters under the sentence that stands above it. */
export interface RawParameters {
  readonly context: string;
  readonly items: readonly RawProperty[];
}

/** The titles of body types under the sentence that stands above them. */
export type RawBodies = readonly [context: string, titles: readonly string[]];

/** A page of the guide. Some describe several addresses. */
export interface RawPage {
  readonly title: string;
  readonly methods: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly requiresChatter: boolean;
  readonly community: boolean;
  readonly communityOnly?: boolean;
  readonly paths: readonly string[];
  readonly params: readonly RawParameters[];
  readonly bodies: readonly RawBodies[];
}

interface RawErrorCodes {
  readonly exceptionCodes: readonly string[];
  readonly restforceExtra: readonly string[];
}

// Read beside the file, since importing JSON is still an experiment on Node.js 20. `src` and `dist` are equally deep.
function read(name: string): string {
  return readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8');
}

export const rawPages: readonly RawPage[] = JSON.parse(read('resources'));
export const rawBodyTypes: Readonly<Record<string, RawBodyType>> = JSON.parse(read('types'));
export const rawErrorCodes: RawErrorCodes = JSON.parse(read('error-codes'));
