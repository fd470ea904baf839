import { duplicateValue, invalidOperation, tooLong } from '../../errors.js';
import type { Fields } from '../../input/fields.js';
import { readId } from '../../input/ids.js';
import { keyPrefix } from '../../ids.js';
import { renderFolder } from '../../render/folder.js';
import { type Folder, foldersIn, pathTo, removeFolder, rootFolderOf } from '../../state/folder.js';
import { wholeSecond } from '../../state/state.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';

const longestName = 255;

/** The folders of the caller's own files; `root` is where they begin. */
export const folderHandlers: Handlers = {
  'GET /connect/folders/{folderId}': (call) => ({
    status: 200,
    body: renderFolder(folderOf(call), call.context),
  }),
  'PATCH /connect/folders/{folderId}': changeFolder,
  'DELETE /connect/folders/{folderId}': (call) => {
    const folder = folderOf(call);
    parentOf(folder, call);
    removeFolder(call.state, folder);
    return { status: 204 };
  },
};

/** The folder that a path names. */
export function folderOf(call: Call): Folder {
  return folderNamed(call.part('folderId'), call);
}

/** The folder that `parentFolderId` of a file names: its id, null for the root, undefined when there is none. */
export function readParentFolder(fields: Fields, call: Call): string | null | undefined {
  const given = fields.text('parentFolderId');
  if (given === undefined) return undefined;
  const folder = folderNamed(given, call);
  return folder.parentId === null ? null : folder.id;
}

/** A name that no other folder beside it has. */
export function freeName(name: string, parent: Folder, call: Call, self?: Folder): string {
  if (name.length > longestName) throw tooLong('name', longestName);
  const isTaken = foldersIn(call.state, parent).some(
    (sibling) => sibling !== self && sibling.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) throw duplicateValue(`There is a folder named ${name} already.`);
  return name;
}

/** The folder of an id, which must be one of the caller's own: others' are not there. */
function folderNamed(given: string, call: Call): Folder {
  if (given === 'root') return rootFolderOf(call.state, call.user.id);
  const folder = call.state.folders.get(readId(given, keyPrefix.folder));
  return found(folder?.ownerId === call.user.id ? folder : undefined);
}

async function changeFolder(call: Call): Promise<Answer> {
  const folder = folderOf(call);
  const oldParent = parentOf(folder, call);
  const { fields } = await call.input();
  const given = fields.text('parentFolderId');
  const parent = given === undefined ? oldParent : folderNamed(given, call);
  if (pathTo(call.state, parent).includes(folder)) {
    throw invalidOperation('A folder cannot be moved into itself or into a folder below it.');
  }
  folder.name = freeName(fields.text('name') ?? folder.name, parent, call, folder);
  folder.parentId = parent.id;
  folder.isInMyFileSync = fields.boolean('isInMyFileSync') ?? folder.isInMyFileSync;
  folder.modifiedAt = wholeSecond(call.state.clock.now());
  return { status: 200, body: renderFolder(folder, call.context) };
}

/** What a folder is in. The root is in nothing, and stays as it is. */
function parentOf(folder: Folder, { state }: Call): Folder {
  if (folder.parentId === null) throw invalidOperation('The root folder cannot be changed or deleted.');
  return found(state.folders.get(folder.parentId));
}
