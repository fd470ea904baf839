import { pictureOf } from './picture.js';
import { toText } from './text.js';
import { unexpectedAnswer } from './unexpected.js';

/** Somebody who was found by name. */
export interface FoundUser {
  readonly id: number;
  readonly name: string;
  readonly pictureUrl: string | undefined;
}

/** Reads the answer of `/users/search`: a line of JSON for each user. */
export function parseUserSearch(text: string): readonly FoundUser[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, dn, hash } = Object(readLine(line)) as Readonly<Record<string, unknown>>;
      if (typeof id !== 'number' || typeof dn !== 'string')
        return unexpectedAnswer('/users/search', 'id and dn');
      // Addresses are escaped here, and nowhere else.
      return { id, name: dn, pictureUrl: pictureOf(typeof hash === 'string' ? toText(hash) : undefined) };
    });
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return unexpectedAnswer('/users/search', 'JSON in each line');
  }
}
