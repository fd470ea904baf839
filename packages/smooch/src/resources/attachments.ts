import { checkText, type CallOptions } from '@x/http-core';
import { checkHttpUrl } from '../checks/http-url.js';
import { refuseArgument } from '../errors.js';
import { toMedia, type MediaNaming, type MediaSource } from '../media/source.js';
import { partsOf } from '../parts.js';
import type { AttachmentResponse, AttachmentTokens } from '../types/attachment.js';
import type { Smooch } from '../types/smooch.js';
import { uploadAttachment } from './upload-attachment.js';

/** What a file is called, and what it is for. */
export interface AttachmentNaming extends MediaNaming {
  /** With `message` the file lives as long as the user's messages; name the user then. Default: as long as the app. */
  readonly for?: 'message' | undefined;
  /** The user's `_id`. */
  readonly appUserId?: string | undefined;
  /** Your own id of the user. */
  readonly userId?: string | undefined;
}

/** The files that the service keeps for an app. */
export interface Attachments {
  /**
   * Keeps a file, of 50 MB at most, to be named by `mediaUrl` in messages. A stream is read into memory first.
   *
   * Rejects with `usage` / `INVALID_REQUEST` for what is too long or no file, with `refused` / `unsupported_media_type` for
   * what the service does not take. Sent again after a 429 only.
   *
   * @see `POST /attachments`
   */
  upload(source: MediaSource, naming?: AttachmentNaming, call?: CallOptions): Promise<AttachmentResponse>;
  /**
   * Takes a file away, by its address. It may be served for a quarter of an hour more.
   *
   * @see `POST /attachments/remove`
   */
  delete(mediaUrl: string, call?: CallOptions): Promise<void>;
  /**
   * Fetches a file by its address. The body is still to be read; `timeoutMs` ends with the headers. The credential goes along
   * only to the host of the API itself, which private files need; any other host is asked without.
   */
  download(mediaUrl: string, call?: CallOptions): Promise<Response>;
  /**
   * Tokens for private files, of apps that keep them so. The paths are those of `mediaUrl`: `/apps/{appId}` for all of an app,
   * `/apps/{appId}/conversations/{id}` for one conversation. Whoever fetches a file shows the token as
   * `Authorization: Bearer`, for two hours.
   *
   * @see `POST /attachments/token`
   */
  tokens(paths: readonly string[], call?: CallOptions): Promise<AttachmentTokens>;
}

/**
 * The files of a client's app. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { attachments, type Smooch } from '@x/smooch';
 *
 * export async function copy(smooch: Smooch, mediaUrl: string): Promise<Blob> {
 *   const answer = await attachments(smooch).download(mediaUrl);
 *   return answer.blob();
 * }
 * ```
 */
export function attachments(smooch: Smooch): Attachments {
  const { app, root } = partsOf(smooch);
  return {
    async upload(source, { name, type, for: purpose, appUserId, userId } = {}, call = {}) {
      const media = await toMedia(source, { name, type }, call.signal);
      return uploadAttachment(app, media, { for: purpose, appUserId, userId }, call);
    },
    delete: async (mediaUrl, call) => {
      const json = { mediaUrl: checkText(refuseArgument, 'mediaUrl', mediaUrl) };
      await app.json('POST', '/attachments/remove', { ...call, json });
    },
    download: async (mediaUrl, call) =>
      root.request('GET', new URL(checkHttpUrl('mediaUrl', mediaUrl)), call),
    tokens: async (paths, call) => app.json('POST', '/attachments/token', { ...call, json: { paths } }),
  };
}
