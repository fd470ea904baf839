import { notFound } from '../errors.js';
import { keyPrefix } from '../ids.js';
import { canReadFile } from '../state/file-access.js';
import type { StoredFile } from '../state/file.js';
import { readId } from './ids.js';
import type { Author } from './read-post.js';

/** The file of an id in either length, if the caller may see it. One that is hidden is as if it were not there. */
export function fileNamed(given: string, { state, user }: Pick<Author, 'state' | 'user'>): StoredFile {
  const file = state.files.get(readId(given, keyPrefix.file));
  if (file === undefined || !canReadFile(state, file, user.id)) throw notFound();
  return file;
}
