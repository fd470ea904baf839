import type { CallOptions } from '@x/http-core';
import { refuseArgument } from '../../errors.js';
import { toMedia, type MediaNaming, type MediaSource } from '../../media/source.js';
import { appPath, callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import type { AttachmentResponse } from '../types/attachment.js';
import { uploadAttachment } from '../upload-attachment.js';

/** What a file is called, and what it is for. */
export interface UploadOptions extends MediaNaming {
  /** With `message` the file goes when the message that names it goes, or its conversation, or its user. */
  readonly for?: 'message' | undefined;
  /** The conversation that it is for. */
  readonly conversationId?: string | undefined;
}

/** The files that an app keeps. */
export interface Attachments {
  /**
   * Gives the service a file to keep, to be named in messages. `sendFile` of `messages` does this and posts it.
   *
   * A stream is read into memory first, and cancelled when it proves too long or the signal is aborted.
   *
   * Rejects with `usage` / `INVALID_REQUEST` for more than 50 MB (52,428,800 bytes) and for a source of another kind, with
   * `refused` / `unsupported_media_type` for a file that the service does not take: it judges by extension and content.
   *
   * @see `POST /v2/apps/{appId}/attachments`, "Upload Attachment".
   */
  upload(source: MediaSource, options?: UploadOptions, call?: CallOptions): Promise<AttachmentResponse>;

  /**
   * Takes a file away. Copies of it may be served for another quarter of an hour.
   *
   * @see `POST /v2/apps/{appId}/attachments/remove`, "Delete Attachment".
   */
  delete(mediaUrl: string, call?: CallOptions): Promise<void>;

  /**
   * Gets a file by the `mediaUrl` of a message, be it private: the credential goes along to the host of the API only, and
   * to no other. What is in it is read by the caller (`.body`, `.blob()`), to whatever size.
   *
   * Rejects with `usage` / `INVALID_REQUEST` for what is no address.
   *
   * @example
   * ```ts
   * import { attachments, type Message, type Sunshine } from '@x/smooch/v2';
   *
   * export async function picture(sunshine: Sunshine, { content }: Message): Promise<Blob | undefined> {
   *   if (content.type !== 'image') return undefined;
   *   const response = await attachments(sunshine).download(content.mediaUrl);
   *   return response.blob();
   * }
   * ```
   */
  download(mediaUrl: string, call?: CallOptions): Promise<Response>;
}

/**
 * The files that an app keeps.
 *
 * @example
 * ```ts
 * import { attachments, type Sunshine } from '@x/smooch/v2';
 *
 * export async function keep(sunshine: Sunshine, file: File): Promise<string> {
 *   const { attachment } = await attachments(sunshine).upload(file);
 *   return attachment.mediaUrl;
 * }
 * ```
 */
export function attachments(sunshine: Sunshine): Attachments {
  const all = (): string => `${appPath(sunshine)}/attachments`;
  return {
    async upload(source, { for: purpose, conversationId, ...naming } = {}, call) {
      // Without an app there is nowhere to send it: that is told before a stream is read.
      all();
      const media = await toMedia(source, naming, call?.signal);
      return uploadAttachment(sunshine, media, { for: purpose, conversationId }, call);
    },
    async delete(mediaUrl, call) {
      await callsOf(sunshine).post(`${all()}/remove`, { mediaUrl }, call);
    },
    async download(mediaUrl, call) {
      if (!URL.canParse(mediaUrl)) refuseArgument('mediaUrl', 'an address, as a message has it');
      return sunshine.http.request('GET', new URL(mediaUrl), call);
    },
  };
}
