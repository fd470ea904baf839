import type { CallOptions, Http } from '@x/http-core';
import { partOf } from '../answer.js';
import { toFile, type MediaNaming, type MediaSource } from '../media/source.js';
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
  const file = await toFile(source, { name, type }, call.signal);
  return file.type.startsWith('image/')
    ? sendImage(parts.app, target, file, { role }, call)
    : postFile(parts, userId, file, role, call);
}

/** `POST /appusers/{user}/images` */
export async function postImage(
  http: Http,
  userId: string,
  source: MediaSource,
  naming: MediaNaming,
  fields: Readonly<Record<string, string | undefined>>,
  call: CallOptions = {},
): Promise<MessageResponse> {
  const target = `${userPath(userId)}/images`;
  return sendImage(http, target, await toFile(source, naming, call.signal), fields, call);
}

function sendImage(
  http: Http,
  target: string,
  file: File,
  fields: Readonly<Record<string, string | undefined>>,
  call: CallOptions,
): Promise<MessageResponse> {
  const body = new FormData();
  body.set('source', file);
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) body.set(name, value);
  return http.json('POST', target, { ...call, body });
}

async function postFile(
  parts: SmoochParts,
  userId: string,
  file: File,
  role: Role,
  call: CallOptions,
): Promise<MessageResponse> {
  const attachment = await uploadAttachment(parts.app, file, {}, call);
  const mediaUrl = partOf(attachment, 'mediaUrl');
  const { mediaType } = attachment;
  return postMessage(parts, userId, { type: 'file', mediaUrl, mediaType }, role, call);
}
