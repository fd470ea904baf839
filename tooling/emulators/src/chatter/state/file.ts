import { keyPrefix } from '../ids.js';
import { type ChatterState, wholeSecond } from './state.js';

/** One state of a file's bytes. */
export interface FileVersion {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Without a dot; empty for none. */
  readonly extension: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  readonly createdAt: number;
}

export interface StoredFile {
  readonly id: string;
  readonly ownerId: string;
  description: string | null;
  /** Oldest first, never empty. */
  readonly versions: FileVersion[];
}

/** What is needed to store a file. */
export interface NewFile {
  readonly ownerId: string;
  readonly title: string;
  readonly extension: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  readonly description?: string | null;
  readonly createdAt?: number;
}

export function addFile(state: ChatterState, added: NewFile): StoredFile {
  const { ownerId, description = null, ...content } = added;
  const file: StoredFile = { id: state.ids.next(keyPrefix.file), ownerId, description, versions: [] };
  addFileVersion(state, file, content);
  state.files.set(file.id, file);
  return file;
}

export function addFileVersion(
  state: ChatterState,
  file: StoredFile,
  content: Omit<NewFile, 'ownerId' | 'description'>,
): FileVersion {
  const version = {
    ...content,
    id: state.ids.next(keyPrefix.fileVersion),
    number: file.versions.length + 1,
    createdAt: wholeSecond(content.createdAt ?? state.clock.now()),
  };
  file.versions.push(version);
  return version;
}

export function latestVersion(file: StoredFile): FileVersion {
  const version = file.versions.at(-1);
  if (version === undefined) throw new Error(`File ${file.id} has no version.`);
  return version;
}
