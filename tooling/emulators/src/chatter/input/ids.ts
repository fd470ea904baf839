import { invalidId } from '../errors.js';
import { prefixOfPart, toLongId } from '../ids.js';

/** Reads an id of a path or a body in either length; refuses one that is of another kind of thing. */
export function readId(given: string, prefix: string): string {
  const id = toLongId(given);
  if (id === undefined || !id.startsWith(prefix)) throw invalidId(given);
  return id;
}

/** Reads the id that a part of a path is, by the name of the part; `me` is the caller's. */
export function readIdPart(name: string, given: string, userId: string): string {
  if (name === 'userId' && given === 'me') return userId;
  // The default site is there without an id.
  if (name === 'communityId' && given === 'internal') return given;
  const prefix = prefixOfPart[name];
  if (prefix === undefined) {
    const id = toLongId(given);
    if (id === undefined) throw invalidId(given);
    return id;
  }
  return readId(given, prefix);
}
