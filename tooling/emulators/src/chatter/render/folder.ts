import type { StoredFile } from '../state/file.js';
import { type Folder, pathTo } from '../state/folder.js';
import { isoDate, type RenderContext } from './context.js';
import { renderFileSummary } from './file.js';
import { folderUrl } from './file-url.js';
import type { Json, JsonObject } from './json.js';
import { renderMotif } from './motif.js';
import { render } from './render.js';

/** Folder. */
export function renderFolder(folder: Folder, context: RenderContext): JsonObject {
  const path = pathTo(context.state, folder);
  return render(
    'Folder',
    {
      createdDate: isoDate(folder.createdAt),
      folderPaths: path.map(({ id, name }): Json => ({ id, name, url: folderUrl(context, id) })),
      id: folder.id,
      isInMyFileSync: folder.isInMyFileSync,
      modifiedDate: isoDate(folder.modifiedAt),
      motif: renderMotif(folder.id, context),
      name: folder.name,
      parentFolder: folder.parentId === null ? null : renderParent(folder.parentId, context),
      // The root is no part of the path by which people know a folder.
      path: `/${path
        .slice(1)
        .map(({ name }) => name)
        .join('/')}`,
      systemModstamp: isoDate(folder.modifiedAt),
      type: 'ContentFolder',
      url: folderUrl(context, folder.id),
    },
    context,
  );
}

/** Folder Item: a folder or a file in a folder. */
export function renderFolderItem(
  item: { readonly folder: Folder } | { readonly file: StoredFile },
  context: RenderContext,
): JsonObject {
  const values =
    'folder' in item
      ? { folder: renderFolder(item.folder, context), type: 'Folder' }
      : { file: renderFileSummary(item.file, context), type: 'File' };
  return render('FolderItem', values, context);
}

function renderParent(id: string, context: RenderContext): JsonObject {
  return render('Reference', { id, url: folderUrl(context, id) }, context);
}
