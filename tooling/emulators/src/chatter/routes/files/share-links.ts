import { randomUUID } from 'node:crypto';
import { illegalValue } from '../../errors.js';
import { readDateField } from '../../input/read-date.js';
import { renderShareLink, shareUrl } from '../../render/file-share.js';
import { render } from '../../render/render.js';
import type { ShareLink } from '../../state/file.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { folderOf } from './folders.js';
import { fileOf, sharableFileOf } from './found-file.js';

/** Addresses at which whoever has them sees a file or a folder. Asking for one twice does not change the address. */
export const shareLinkHandlers: Handlers = {
  'GET /connect/files/{fileId}/file-shares/link': (call) => ({
    status: 200,
    body: renderShareLink(found(fileOf(call).link ?? undefined), call.context),
  }),
  'PUT /connect/files/{fileId}/file-shares/link': putFileLink,
  'DELETE /connect/files/{fileId}/file-shares/link': (call) => removeLink(sharableFileOf(call)),
  'GET /connect/folders/{folderId}/folder-shares/link': (call) =>
    renderFolderLink(found(folderOf(call).link ?? undefined), call),
  'PUT /connect/folders/{folderId}/folder-shares/link': (call) => {
    const folder = folderOf(call);
    folder.link ??= newLink();
    return renderFolderLink(folder.link, call);
  },
  'DELETE /connect/folders/{folderId}/folder-shares/link': (call) => removeLink(folderOf(call)),
};

async function putFileLink(call: Call): Promise<Answer> {
  const file = sharableFileOf(call);
  const { fields } = await call.input();
  const expiresAt = readDateField(fields, 'expirationDate') ?? null;
  if (expiresAt !== null && expiresAt <= call.context.now) {
    throw illegalValue('expirationDate', fields.needText('expirationDate'));
  }
  const link = file.link ?? newLink();
  const isPasswordRequired = fields.boolean('isPasswordRequired') ?? false;
  const password = isPasswordRequired ? (link.password ?? randomUUID().slice(0, 8)) : null;
  file.link = { ...link, expiresAt, password };
  return { status: 200, body: renderShareLink(file.link, call.context) };
}

function removeLink(thing: { link: ShareLink | null }): Answer {
  found(thing.link ?? undefined);
  thing.link = null;
  return { status: 204 };
}

function newLink(): ShareLink {
  return { token: randomUUID().replaceAll('-', ''), expiresAt: null, password: null };
}

function renderFolderLink(link: ShareLink, { context }: Call): Answer {
  return {
    status: 200,
    body: render('FolderShareLink', { folderViewUrl: shareUrl(link, context) }, context),
  };
}
