import { notFound } from '../errors.js';
import { toLongId } from '../ids.js';
import { canReadFile } from '../state/file-access.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import { readSubject } from './read-subject.js';

/** The id of what can be followed: a topic, a file, or whatever has a feed. */
export function readFollowed(
  given: string,
  caller: { readonly user: User; readonly state: ChatterState },
): string {
  const { user, state } = caller;
  const id = toLongId(given);
  if (id !== undefined && state.topics.has(id)) return id;
  const file = state.files.get(id ?? '');
  if (file === undefined) return readSubject(given, caller);
  if (!canReadFile(state, file, user.id)) throw notFound();
  return file.id;
}
