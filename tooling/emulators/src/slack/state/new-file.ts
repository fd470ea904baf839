import type { Service } from '../service.js';
import type { StoredFile } from './model.js';

/** What is known of a file when it is announced. */
export type FileFacts = Pick<StoredFile, 'name' | 'size' | 'userId'> &
  Partial<Pick<StoredFile, 'snippetType' | 'altText' | 'remote'>>;

/** Makes a place for a file, which nobody can see before it is complete. */
export function newFile(
  { store, ids, clock, url }: Pick<Service, 'store' | 'ids' | 'clock' | 'url'>,
  { name, size, userId, snippetType, altText, remote }: FileFacts,
): StoredFile {
  const file: StoredFile = {
    id: ids.object('F'),
    name,
    size,
    userId,
    origin: url(),
    secret: ids.request().slice(0, 10),
    snippetType,
    altText,
    remote,
    created: Math.floor(clock.now() / 1_000),
    title: name,
    bytes: undefined,
    stage: 'announced',
    hasPublicUrl: false,
    reactions: [],
    shares: new Map(),
  };
  store.files.set(file.id, file);
  return file;
}
