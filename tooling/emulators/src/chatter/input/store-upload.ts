import { addFile } from '../state/file.js';
import type { Fields } from './fields.js';
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
  const title = content?.text('title') ?? binary.fileName;
  const extension = /\.(\w+)$/.exec(binary.fileName)?.[1] ?? '';
  const description = content?.text('description') ?? null;
  const { bytes, mimeType } = binary;
  return addFile(state, { ownerId: user.id, title, extension, mimeType, bytes, description }).id;
}
