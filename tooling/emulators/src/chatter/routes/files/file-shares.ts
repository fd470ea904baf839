import { invalidOperation, missingArgument, tooMany } from '../../errors.js';
import { readId } from '../../input/ids.js';
import type { Input } from '../../input/read-input.js';
import { keyPrefix } from '../../ids.js';
import { renderFileShares, renderShareLink } from '../../render/file-share.js';
import { filesPath } from '../../render/file-url.js';
import { render } from '../../render/render.js';
import type { FileShare, StoredFile } from '../../state/file.js';
import { wholeSecond } from '../../state/state.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { linksOf, numberedPage } from '../numbered-page.js';
import { fileOf, sharableFileOf } from './found-file.js';

const mostShares = 9;
const sharingTypes = ['V', 'C'] as const;

export const fileShareHandlers: Handlers = {
  'GET /connect/files/{fileId}/file-shares': (call) => listShares(fileOf(call), 200, call),
  'POST /connect/files/{fileId}/file-shares': shareFile,
};

/** File Shares Page: the owner first, then with whom the file is shared, in the order in which that came. */
function listShares(file: StoredFile, status: 200 | 201, call: Call): Answer {
  const items = ['owner' as const, ...file.shares.values()];
  const page = numberedPage({ items, path: `${filesPath(call.context)}/${file.id}/file-shares` }, call);
  const values = {
    ...linksOf('FileSharesPage', page.links),
    linkShare: renderShareLink(file.link, call.context),
    shares: renderFileShares(page.items, file, call.context),
  };
  return { status, body: render('FileSharesPage', values, call.context) };
}

/** Shares with up to nine users. One who has it already gets it in the new way. */
async function shareFile(call: Call): Promise<Answer> {
  const file = sharableFileOf(call);
  const wanted = readShares(await call.input());
  if (wanted.length === 0) throw missingArgument('shares');
  if (wanted.length > mostShares) throw tooMany('shares', mostShares);
  for (const { userId } of wanted) {
    found(call.state.users.get(userId));
    if (userId === file.ownerId) throw invalidOperation('A file cannot be shared with its owner.');
  }
  const at = wholeSecond(call.state.clock.now());
  for (const { userId, type } of wanted) file.shares.set(userId, { userId, type, at });
  return listShares(file, 201, call);
}

/** A list of a body, or parameters with numbers: `id1`, `sharingType1`, `id2`, … */
function readShares({ fields }: Input): Pick<FileShare, 'userId' | 'type'>[] {
  const listed = fields.objects('shares').map((share) => ({
    userId: readId(share.needText('id'), keyPrefix.user),
    type: share.needChoice('sharingType', sharingTypes),
  }));
  if (listed.length > 0) return listed;
  return Array.from({ length: mostShares }, (_, index) => index + 1)
    .filter((number) => fields.hasValue(`id${number}`))
    .map((number) => ({
      userId: readId(fields.needText(`id${number}`), keyPrefix.user),
      type: fields.needChoice(`sharingType${number}`, sharingTypes),
    }));
}
