import { addFile } from '../state/file.js';
import { Fields } from './fields.js';
import { readFileVersion, sharingOptions } from './read-file.js';
import type { BinaryPart } from './read-input.js';
import type { Author } from './read-post.js';

/** The part in which a file comes with a comment, and until 35.0 with a post. */
export const uploadPart = 'feedElementFileUpload';

/** Stores the file that came along, under the title and with the description of the capability; its id. */
export function storeUpload(
  binary: BinaryPart,
  content: Fields | undefined,
  { state, user }: Author,
): string {
  const file = addFile(state, {
    ...readFileVersion(binary, content ?? new Fields({})),
    description: content?.text('description') ?? null,
    ownerId: user.id,
    sharingOption: content?.choice('sharingOption', sharingOptions) ?? 'Allowed',
  });
  return file.id;
}
