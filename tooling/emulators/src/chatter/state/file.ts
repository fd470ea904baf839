import { createHash } from 'node:crypto';
import { keyPrefix } from '../ids.js';
import type { ModerationFlag } from './post.js';
import { type ChatterState, wholeSecond } from './state.js';

/** One state of a file's bytes. */
export interface FileVersion {
  readonly id: string;
  readonly number: number;
  title: string;
  /** Without a dot; empty for none. */
  readonly extension: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** MD5 of the bytes, as hexadecimal digits. */
  readonly checksum: string;
  readonly createdAt: number;
  /** When the bytes were changed on the machine that they come from. */
  readonly contentModifiedAt: number;
  readonly isMajor: boolean;
  /** When somebody first wanted to see pictures of a file that was private then. */
  previewAskedAt: number | null;
}

/** V: may look. C: may edit, too. */
export type SharingType = 'V' | 'C';

/** That a file is shared with a user. */
export interface FileShare {
  readonly userId: string;
  readonly type: SharingType;
  readonly at: number;
}

/** An address at which whoever knows it may look at a file or a folder. */
export interface ShareLink {
  readonly token: string;
  readonly expiresAt: number | null;
  /** Null for a link that asks for none. */
  readonly password: string | null;
}

export interface StoredFile {
  readonly id: string;
  readonly ownerId: string;
  description: string | null;
  /** Null for the root of its owner's folders. */
  parentFolderId: string | null;
  isInMyFileSync: boolean;
  sharingOption: 'Allowed' | 'Restricted';
  sharingPrivacy: 'None' | 'PrivateOnRecords';
  modifiedAt: number;
  /** By user. */
  readonly shares: Map<string, FileShare>;
  link: ShareLink | null;
  readonly topicIds: Set<string>;
  /** By user. */
  readonly flags: Map<string, ModerationFlag>;
  /** Oldest first, never empty. */
  readonly versions: FileVersion[];
}

/** The bytes of a file, and what is said of them. */
export interface NewFileVersion {
  readonly title: string;
  readonly extension: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly createdAt?: number;
  readonly contentModifiedAt?: number | undefined;
  readonly isMajor?: boolean | undefined;
}

/** What is needed to store a file; the rest is as in a plain file that nobody else has. */
export type NewFile = NewFileVersion &
  Pick<StoredFile, 'ownerId'> &
  Partial<
    Pick<StoredFile, 'description' | 'isInMyFileSync' | 'parentFolderId' | 'sharingOption' | 'sharingPrivacy'>
  >;

export function addFile(state: ChatterState, added: NewFile): StoredFile {
  const { title, extension, mimeType, bytes, createdAt, contentModifiedAt, isMajor, ...own } = added;
  const content = { title, extension, mimeType, bytes, createdAt, contentModifiedAt, isMajor };
  const file: StoredFile = {
    description: null,
    isInMyFileSync: false,
    parentFolderId: null,
    sharingOption: 'Allowed',
    sharingPrivacy: 'None',
    ...own,
    id: state.ids.next(keyPrefix.file),
    modifiedAt: 0,
    shares: new Map(),
    link: null,
    topicIds: new Set(),
    flags: new Map(),
    versions: [],
  };
  addFileVersion(state, file, content);
  state.files.set(file.id, file);
  return file;
}

export function addFileVersion(
  state: ChatterState,
  file: StoredFile,
  content: Omit<NewFileVersion, 'createdAt'> & { readonly createdAt?: number | undefined },
): FileVersion {
  const createdAt = wholeSecond(content.createdAt ?? state.clock.now());
  const version: FileVersion = {
    ...content,
    id: state.ids.next(keyPrefix.fileVersion),
    number: file.versions.length + 1,
    checksum: createHash('md5').update(content.bytes).digest('hex'),
    createdAt,
    contentModifiedAt: content.contentModifiedAt ?? createdAt,
    isMajor: content.isMajor ?? false,
    previewAskedAt: null,
  };
  file.versions.push(version);
  file.modifiedAt = createdAt;
  return version;
}

export function latestVersion(file: StoredFile): FileVersion {
  const version = file.versions.at(-1);
  if (version === undefined) throw new Error(`File ${file.id} has no version.`);
  return version;
}

/** Takes a file away, and off the posts that it hung on. */
export function removeFile(state: ChatterState, id: string): void {
  state.files.delete(id);
  for (const post of state.posts.values()) post.fileIds = post.fileIds.filter((fileId) => fileId !== id);
  for (const [assetId, asset] of state.assets) if (asset.fileId === id) state.assets.delete(assetId);
}
