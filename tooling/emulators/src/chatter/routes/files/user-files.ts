import { noAccess, switchedOff } from '../../errors.js';
import { needBinary, readFileProperties, readFileVersion } from '../../input/read-file.js';
import { readSearch } from '../../input/read-search.js';
import { renderFileSummary } from '../../render/file.js';
import { filesPath } from '../../render/file-url.js';
import { render } from '../../render/render.js';
import { canReadFile } from '../../state/file-access.js';
import { addFile, latestVersion, type StoredFile } from '../../state/file.js';
import { groupsOf } from '../../state/group.js';
import { filesInGroup } from '../../state/group-content.js';
import type { Answer, Call, Handlers } from '../call.js';
import { selfOf, userOf } from '../found.js';
import { openGroupOf } from '../groups/group-of.js';
import { linksOf, numberedPage } from '../numbered-page.js';
import { readParentFolder } from './folders.js';

/** The files of users, those that groups brought them, and those that somebody flagged. */
export const userFileHandlers: Handlers = {
  'GET /connect/files/users/{userId}': (call) => {
    const user = userOf(call);
    const files = visibleFiles(call).filter((file) => file.ownerId === user.id);
    return listFiles(files, `${filesPath(call.context)}/users/${user.id}`, call);
  },
  'GET /connect/files/users/{userId}/filter/groups': (call) => {
    const user = selfOf(call);
    const files = groupsOf(call.state, user.id).flatMap((group) => filesInGroup(call.state, group.id));
    return listFiles([...new Set(files)], `${filesPath(call.context)}/users/${user.id}/filter/groups`, call);
  },
  'GET /connect/files/users/{userId}/filter/shared-with-me': (call) => {
    const user = selfOf(call);
    const files = visibleFiles(call).filter((file) => file.shares.has(user.id));
    return listFiles(files, `${filesPath(call.context)}/users/${user.id}/filter/shared-with-me`, call);
  },
  'GET /chatter/groups/{groupId}/files': (call) => {
    const { id } = openGroupOf(call);
    return listFiles(filesInGroup(call.state, id), `/chatter/groups/${id}/files`, call);
  },
  'GET /connect/files/moderation': (call) => {
    const files = visibleFiles(call).filter((file) => file.flags.size > 0);
    return listFiles(files, '/connect/files/moderation', call);
  },
  'POST /connect/files/users/{userId}': uploadFile,
};

/** File Summary Page: the newest first; with `q` those whose title or description has it. */
export function listFiles(files: readonly StoredFile[], path: string, call: Call): Answer {
  const pattern = readSearch(call.query.get('q'));
  const items = files
    .filter((file) => pattern?.test(`${latestVersion(file).title} ${file.description ?? ''}`) !== false)
    .toSorted((left, right) => right.modifiedAt - left.modifiedAt || (left.id < right.id ? 1 : -1));
  const page = numberedPage({ items, path }, call);
  const values = {
    ...linksOf('FileSummaryPage', page.links),
    files: page.items.map((file) => renderFileSummary(file, call.context)),
  };
  return { status: 200, body: render('FileSummaryPage', values, call.context) };
}

export function visibleFiles(call: Call): StoredFile[] {
  return [...call.state.files.values()].filter((file) => canReadFile(call.state, file, call.user.id));
}

async function uploadFile(call: Call): Promise<Answer> {
  const user = userOf(call);
  if (user.id !== call.user.id) throw noAccess();
  const input = await call.input('fileData');
  const { fields } = input;
  if (fields.hasValue('repositoryId')) throw switchedOff('Files Connect');
  const file = addFile(call.state, {
    ...readFileVersion(needBinary(input, 'fileData'), fields),
    ...readFileProperties(fields),
    parentFolderId: readParentFolder(fields, call) ?? null,
    ownerId: user.id,
  });
  return { status: 201, body: renderFileSummary(file, call.context) };
}
