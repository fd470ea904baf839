import { keyPrefix } from '../ids.js';
import type { ShareLink, StoredFile } from './file.js';
import { removeFile } from './file.js';
import { type ChatterState, wholeSecond } from './state.js';

/** A folder of a user's own files. The root of a user's folders has no parent. */
export interface Folder {
  readonly id: string;
  readonly ownerId: string;
  name: string;
  /** Null for the root. */
  parentId: string | null;
  isInMyFileSync: boolean;
  readonly createdAt: number;
  modifiedAt: number;
  link: ShareLink | null;
}

/** The root of a user's folders, which everybody has. */
export function rootFolderOf(state: ChatterState, userId: string): Folder {
  const known = [...state.folders.values()].find(
    (folder) => folder.ownerId === userId && folder.parentId === null,
  );
  return known ?? store(state, { ownerId: userId, name: 'My Files', parentId: null });
}

export function addFolder(
  state: ChatterState,
  added: Pick<Folder, 'ownerId' | 'name'> & { readonly parentId: string },
): Folder {
  return store(state, added);
}

export function foldersIn(state: ChatterState, folder: Folder): Folder[] {
  return [...state.folders.values()].filter((inner) => inner.parentId === folder.id);
}

export function filesIn(state: ChatterState, folder: Folder): StoredFile[] {
  return [...state.files.values()].filter((file) => {
    if (file.parentFolderId === null) return folder.parentId === null && file.ownerId === folder.ownerId;
    return file.parentFolderId === folder.id;
  });
}

/** The folders from the root down to this one. */
export function pathTo(state: ChatterState, folder: Folder): Folder[] {
  const parent = folder.parentId === null ? undefined : state.folders.get(folder.parentId);
  return parent === undefined ? [folder] : [...pathTo(state, parent), folder];
}

/** Takes a folder away with all that is in it. */
export function removeFolder(state: ChatterState, folder: Folder): void {
  for (const inner of foldersIn(state, folder)) removeFolder(state, inner);
  for (const file of filesIn(state, folder)) removeFile(state, file.id);
  state.folders.delete(folder.id);
}

function store(state: ChatterState, added: Pick<Folder, 'ownerId' | 'name' | 'parentId'>): Folder {
  const now = wholeSecond(state.clock.now());
  const folder: Folder = {
    ...added,
    id: state.ids.next(keyPrefix.folder),
    isInMyFileSync: false,
    createdAt: now,
    modifiedAt: now,
    link: null,
  };
  state.folders.set(folder.id, folder);
  return folder;
}
