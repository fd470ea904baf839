import { authenticate } from '../auth/authenticate.js';
import { authorize } from '../auth/authorize.js';
import { authorizationRequired, notFound } from '../errors.js';
import { isOpenedBy } from '../media/access.js';
import { isMediaPath, isV2MediaPath } from '../media/addresses.js';
import type { Service } from '../service.js';
import type { Attachment } from '../state/model/index.js';
import { attachmentTokens } from './attachment-access.js';

/** Serves a stored file, to anybody who knows its address unless files are private. Undefined when the request is not for one. */
export async function serveMedia(service: Service, request: Request): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || !isMediaPath(pathname)) return undefined;
  const attachment = service.store.attachments.get(pathname);
  if (attachment === undefined) throw notFound('File');
  await requireAccess(service, request, attachment);
  return new Response(request.method === 'HEAD' ? null : attachment.bytes, {
    headers: {
      'content-type': attachment.mediaType,
      'content-length': String(attachment.bytes.byteLength),
      'access-control-allow-origin': '*',
    },
  });
}

/** Private files of v2 are for those with credentials of the API; those of v1.1 for those with a token that was made for them. */
async function requireAccess(service: Service, request: Request, { appId, path }: Attachment): Promise<void> {
  const { store, clock, switches } = service;
  if (isV2MediaPath(path)) {
    if (!switches.privateAttachments) return;
    const caller = await authenticate(service, request.headers, 'v2');
    authorize(store, caller, {
      version: 'v2',
      appId,
      user: undefined,
      reach: 'integration',
      openToAppUser: false,
    });
    return;
  }
  if (store.apps.get(appId)?.settings.attachmentsAccess !== 'private') return;
  const isOpen = await isOpenedBy(store, attachmentTokens(request), { path, now: clock.now() });
  if (!isOpen) throw authorizationRequired();
}
