import { checkText, type CallOptions, type Http } from '@x/http-core';
import { path } from '../path.js';
import { partOf } from '../answer.js';
import { refuseArgument } from '../errors.js';
import { toFile, type MediaNaming, type MediaSource } from '../media/source.js';
import type { MessageResponse } from '../types/message.js';
import { uploadAttachment } from './attachments.js';
import { postMessage, roleOf, type PostMessageOptions } from './messages.js';

/** What can be said about media and about the call that posts it. */
export interface PostMediaOptions extends PostMessageOptions, MediaNaming {}

/** `POST /appusers/{user}/images` for a picture; for anything else an attachment and then a message of type `file`. */
export async function postMedia(
  http: Http,
  userId: string,
  source: MediaSource,
  options: PostMediaOptions = {},
): Promise<MessageResponse> {
  const { sentByMaker, name, type, ...call } = options;
  const images = path`/appusers/${checkText(refuseArgument, 'userId', userId)}/images`;
  const file = await toFile(source, { name, type }, call.signal);
  return file.type.startsWith('image/')
    ? postImage(http, images, file, sentByMaker, call)
    : postFile(http, userId, file, sentByMaker, call);
}

function postImage(
  http: Http,
  images: string,
  file: File,
  sentByMaker: boolean | undefined,
  call: CallOptions,
): Promise<MessageResponse> {
  const body = new FormData();
  body.set('source', file);
  body.set('role', roleOf(sentByMaker));
  return http.json('POST', images, { ...call, body });
}

async function postFile(
  http: Http,
  userId: string,
  file: File,
  sentByMaker: boolean | undefined,
  call: CallOptions,
): Promise<MessageResponse> {
  const attachment = await uploadAttachment(http, file, call);
  const mediaUrl = partOf(attachment, 'mediaUrl');
  const { mediaType } = attachment;
  return postMessage(http, userId, { type: 'file', mediaUrl, mediaType }, { ...call, sentByMaker });
}
