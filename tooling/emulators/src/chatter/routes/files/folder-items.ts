import { switchedOff } from '../../errors.js';
import { oneOf } from '../../input/parameters.js';
import { needBinary, readFileProperties, readFileVersion } from '../../input/read-file.js';
import { renderFolderItem } from '../../render/folder.js';
import { folderPath } from '../../render/file-url.js';
import { render } from '../../render/render.js';
import { addFile } from '../../state/file.js';
import { addFolder, filesIn, foldersIn } from '../../state/folder.js';
import type { Answer, Call, Handlers } from '../call.js';
import { linksOf, numberedPage } from '../numbered-page.js';
import { folderOf, freeName } from './folders.js';

const itemTypes = ['File', 'Folder'] as const;

/** What is in a folder. */
export const folderItemHandlers: Handlers = {
  'GET /connect/folders/{folderId}/items': listItems,
  'POST /connect/folders/{folderId}/items': addItem,
};

/** Folders by name first, then files in the order in which they came. */
function listItems(call: Call): Answer {
  const folder = folderOf(call);
  const filter = call.query.get('filter');
  const only = filter === null ? null : oneOf(filter, 'filter', itemTypes);
  const folders = only === 'File' ? [] : foldersIn(call.state, folder);
  const files = only === 'Folder' ? [] : filesIn(call.state, folder);
  const items = [
    ...folders
      .toSorted((left, right) => left.name.localeCompare(right.name))
      .map((inner) => ({ folder: inner })),
    ...files.map((file) => ({ file })),
  ];
  const page = numberedPage({ items, path: `${folderPath(call.context)}/${folder.id}/items` }, call);
  const values = {
    ...linksOf('FolderItemPage', page.links),
    items: page.items.map((item) => renderFolderItem(item, call.context)),
  };
  return { status: 200, body: render('FolderItemPage', values, call.context) };
}

async function addItem(call: Call): Promise<Answer> {
  const folder = folderOf(call);
  const input = await call.input('fileData');
  const type = input.fields.needChoice('type', itemTypes);
  // A body has what belongs to the item in an object of its own, parameters have it beside the type.
  const own = input.fields.object(type.toLowerCase()) ?? input.fields;
  if (type === 'Folder') {
    const name = freeName(own.text('name') ?? own.needText('path'), folder, call);
    const added = addFolder(call.state, { ownerId: call.user.id, name, parentId: folder.id });
    return { status: 201, body: renderFolderItem({ folder: added }, call.context) };
  }
  if (own.hasValue('repositoryId')) throw switchedOff('Files Connect');
  const file = addFile(call.state, {
    ...readFileVersion(needBinary(input, 'fileData'), own),
    ...readFileProperties(own),
    parentFolderId: folder.parentId === null ? null : folder.id,
    ownerId: call.user.id,
  });
  return { status: 201, body: renderFolderItem({ file }, call.context) };
}
