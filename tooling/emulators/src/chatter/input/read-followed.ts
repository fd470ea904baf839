import { toLongId } from '../ids.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import { readSubject } from './read-subject.js';

/** The id of what can be followed: a topic, a file, or whatever has a feed. */
export function readFollowed(
  given: string,
  caller: { readonly user: User; readonly state: ChatterState },
): string {
  const id = toLongId(given);
  if (id !== undefined && (caller.state.topics.has(id) || caller.state.files.has(id))) return id;
  return readSubject(given, caller);
}
