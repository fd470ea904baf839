import type { Service } from '../service.js';
import type { Attachment } from '../state/model/index.js';

/** What the paths of stored files begin with: those of the older versions, and those of v2. */
const legacyPrefix = '/media';
const v2Prefix = '/sc/attachments';

export function isMediaPath(path: string): boolean {
  return path.startsWith(`${legacyPrefix}/`) || isV2MediaPath(path);
}

export function isV2MediaPath(path: string): boolean {
  return path.startsWith(`${v2Prefix}/`);
}

/** Where the files lie that v1.1 knows by a path such as `/apps/{appId}`. */
export function folderOf(path: string): string {
  return legacyPrefix + path;
}

/**
 * The path that a new file gets: `/media/apps/{appId}/{token}/{name}`, or with the conversation in it when the file belongs to
 * one.
 */
export function mediaPath(parts: {
  readonly appId: string;
  readonly conversationId: string | undefined;
  readonly token: string;
  readonly fileName: string;
}): string {
  const owner = parts.conversationId === undefined ? [] : ['conversations', parts.conversationId];
  const segments = ['apps', parts.appId, ...owner, parts.token, safeName(parts.fileName)];
  return folderOf(`/${segments.map(encodeURIComponent).join('/')}`);
}

/** The path of a file in a folder. */
export function pathUnder(folder: string, fileName: string): string {
  return `/${folder}/${encodeURIComponent(safeName(fileName))}`;
}

export function mediaUrl(service: Pick<Service, 'url'>, attachment: Attachment): string {
  return service.url() + attachment.path;
}

/** The file that an address of this emulator stands for. */
export function findAttachment(
  service: Pick<Service, 'url' | 'store'>,
  address: string,
): Attachment | undefined {
  if (!isOwnMedia(service, address)) return undefined;
  return service.store.attachments.get(new URL(address).pathname);
}

/** True for an address that this emulator hands out, whether or not the file is there. */
export function isOwnMedia(service: Pick<Service, 'url'>, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, pathname } = new URL(address);
  return origin === service.url() && isMediaPath(pathname);
}

/** The last part of what the sender called the file. A name of dots only would change the meaning of the path. */
function safeName(fileName: string): string {
  const name = fileName.split(/[/\\]/).at(-1) ?? '';
  return /^\.*$/.test(name) ? 'file' : name;
}
