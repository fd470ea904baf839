import type { CallOptions, Http } from '@x/http-core';
import { partOf } from '../answer.js';
import type { FormFields, Media } from '../media/media.js';
import { sendMedia } from '../media/send.js';
import { toMedia, type MediaNaming, type MediaSource } from '../media/source.js';
import type { SmoochParts } from '../parts.js';
import type { MessageResponse, Role } from '../types/message.js';
import { userPath } from './app-users.js';
import { uploadAttachment } from './upload-attachment.js';
import { postMessage, roleOf, type PostMessageOptions } from './post-message.js';

/** What can be said about media and about the call that posts it. */
export interface PostMediaOptions extends PostMessageOptions, MediaNaming {}

/** `POST /appusers/{user}/images` for a picture; for anything else an attachment and then a message of type `file`. */
export async function postMedia(
  parts: SmoochParts,
  userId: string,
  source: MediaSource,
  options: PostMediaOptions = {},
): Promise<MessageResponse> {
  const { sentByMaker, name, type, ...call } = options;
  const role = roleOf(sentByMaker);
  const target = `${userPath(userId)}/images`;
  const media = await toMedia(source, { name, type }, call.signal);
  return media.type.startsWith('image/')
    ? sendMedia(parts.app, 'POST', target, media, { role }, call)
    : postFile(parts, userId, media, role, call);
}

/** `POST /appusers/{user}/images` */
export async function postImage(
  http: Http,
  userId: string,
  source: MediaSource,
  naming: MediaNaming,
  fields: FormFields,
  call: CallOptions = {},
): Promise<MessageResponse> {
  const target = `${userPath(userId)}/images`;
  return sendMedia(http, 'POST', target, await toMedia(source, naming, call.signal), fields, call);
}

async function postFile(
  parts: SmoochParts,
  userId: string,
  media: Media,
  role: Role,
  call: CallOptions,
): Promise<MessageResponse> {
  const attachment = await uploadAttachment(parts.app, media, {}, call);
  const mediaUrl = partOf(attachment, 'mediaUrl');
  const { mediaType } = attachment;
  return postMessage(parts, userId, { type: 'file', mediaUrl, mediaType }, role, call);
}
