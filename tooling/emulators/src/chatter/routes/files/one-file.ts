import { noAccess } from '../../errors.js';
import { fileNamed } from '../../input/file-named.js';
import {
  type FileProperties,
  needBinary,
  readFileProperties,
  readFileVersion,
  readTitle,
} from '../../input/read-file.js';
import type { Fields } from '../../input/fields.js';
import { renderAsset } from '../../render/asset.js';
import { renderFileDetail } from '../../render/file.js';
import { addAsset } from '../../state/asset.js';
import { addFileVersion, latestVersion, removeFile, type StoredFile } from '../../state/file.js';
import { wholeSecond } from '../../state/state.js';
import { forEachId } from '../batch-results.js';
import type { Answer, Call, Handlers } from '../call.js';
import { readParentFolder } from './folders.js';
import { editableFileOf, fileOf, ownFile, versionOf } from './found-file.js';

export const fileHandlers: Handlers = {
  'GET /connect/files/{fileId}': (call) => {
    const file = fileOf(call);
    return { status: 200, body: renderFileDetail(file, call.context, versionOf(call, file)) };
  },
  'PATCH /connect/files/{fileId}': changeFile,
  'POST /connect/files/{fileId}': addVersion,
  'DELETE /connect/files/{fileId}': (call) => {
    deleteFile(call, call.id('fileId'));
    return { status: 204 };
  },
  'GET /connect/files/batch/{fileIds}': (call) =>
    forEachId(call, 'fileIds', (id) => renderFileDetail(fileNamed(id, call), call.context)),
  'DELETE /connect/files/batch/{fileIds}': (call) =>
    forEachId(call, 'fileIds', (id) => deleteFile(call, id), 204),
  'POST /connect/files/{fileId}/asset': (call) => ({
    status: 201,
    body: renderAsset(addAsset(call.state, editableFileOf(call)), call.context),
  }),
};

async function addVersion(call: Call): Promise<Answer> {
  const file = editableFileOf(call);
  const input = await call.input('fileData');
  const { title } = latestVersion(file);
  const version = readFileVersion(needBinary(input, 'fileData'), input.fields, title);
  const properties = readPropertiesOf(file, call, input.fields);
  addFileVersion(call.state, file, version);
  Object.assign(file, properties);
  return { status: 201, body: renderFileDetail(file, call.context) };
}

/** A new title is one of the latest version; older versions keep theirs. */
async function changeFile(call: Call): Promise<Answer> {
  const file = editableFileOf(call);
  const { fields } = await call.input();
  const title = readTitle(fields);
  const folderId = readParentFolder(fields, call);
  if (folderId !== undefined) ownFile(call, file);
  Object.assign(file, readPropertiesOf(file, call, fields));
  if (title !== undefined) latestVersion(file).title = title;
  if (folderId !== undefined) file.parentFolderId = folderId;
  file.modifiedAt = wholeSecond(call.state.clock.now());
  return { status: 200, body: renderFileDetail(file, call.context) };
}

function deleteFile(call: Call, id: string): null {
  removeFile(call.state, ownFile(call, fileNamed(id, call)).id);
  return null;
}

/** Who may share a file is for its owner to say. */
function readPropertiesOf(file: StoredFile, call: Call, fields: Fields): FileProperties {
  const properties = readFileProperties(fields);
  const isForOwner = properties.sharingOption !== undefined || properties.sharingPrivacy !== undefined;
  if (isForOwner && file.ownerId !== call.user.id) throw noAccess();
  return properties;
}
