import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, MemberMethod } from './method.js';

/** Answers of the documentation, for methods that have no state here. */
export interface Examples {
  /** A method that answers with its example; undefined when there is none. */
  find(name: string): MemberMethod | undefined;
}

/** Reads examples from a folder in which `<method>.success.json` is what a method answers; without a folder there are none. */
export function createExamples(folder: string | undefined): Examples {
  return {
    find(name) {
      if (folder === undefined) return undefined;
      const path = join(folder, `${name}.success.json`);
      if (!existsSync(path)) return undefined;
      return {
        name,
        tier: 'tier 3',
        json: true,
        access: 'member',
        scopes: [],
        handle: () => readExample(path),
      };
    },
  };
}

function readExample(path: string): Answer {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof value !== 'object' || value === null) throw new TypeError(`${path} holds no answer.`);
  return Object.fromEntries(Object.entries(value));
}
