import { type FileVersion, latestVersion, type StoredFile } from '../state/file.js';
import { bearerUrl, type RenderContext, resourceUrl } from './context.js';

/** Files moved from the Chatter resources to those of Connect in version 36.0. */
const firstOfConnect = 36;

/** The address of a file, or of something below it. */
export function fileUrl(context: RenderContext, fileId: string, below = ''): string {
  return resourceUrl(context, `${filesPath(context)}/${fileId}${below}`);
}

/** The path below which the version of a request has its files. */
export function filesPath({ version }: Pick<RenderContext, 'version'>): string {
  return version < firstOfConnect ? '/chatter/files' : '/connect/files';
}

export function folderUrl(context: RenderContext, folderId: string): string {
  return resourceUrl(context, `${folderPath(context)}/${folderId}`);
}

/** The path below which the version of a request has its folders. */
export function folderPath({ version }: Pick<RenderContext, 'version'>): string {
  return version < firstOfConnect ? '/chatter/folders' : '/connect/folders';
}

/** Where the bytes of a file are. */
export function downloadUrl(
  context: RenderContext,
  file: StoredFile,
  version: FileVersion = latestVersion(file),
): string {
  return bearerUrl(context, fileUrl(context, file.id, `/content?versionNumber=${version.number}`));
}

/** Where a small picture of a file is, `THUMB120BY90`. */
export function renditionUrl(context: RenderContext, file: StoredFile, type: string): string {
  return bearerUrl(context, fileUrl(context, file.id, `/rendition?type=${type}`));
}
