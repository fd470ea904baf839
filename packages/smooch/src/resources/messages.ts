import { checkText, type CallOptions, type Http } from '@x/http-core';
import { path } from '../path.js';
import { refuseArgument } from '../errors.js';
import type { MessageContent } from '../types/message-content.js';
import type { MessageResponse, Role } from '../types/message.js';

/** What can be said about a message and about the call that posts it. */
export interface PostMessageOptions extends CallOptions {
  /** Whether the business says it, and not the app user. Default `false`. */
  readonly sentByMaker?: boolean | undefined;
}

/** By whom a message is, in the service's words. */
export function roleOf(sentByMaker = false): Role {
  return sentByMaker ? 'appMaker' : 'appUser';
}

/** `POST /appusers/{user}/messages` */
export async function postMessage(
  http: Http,
  userId: string,
  textOrContent: string | MessageContent,
  options: PostMessageOptions = {},
): Promise<MessageResponse> {
  const { sentByMaker, ...call } = options;
  const json = { ...contentOf(textOrContent), role: roleOf(sentByMaker) };
  return http.json('POST', path`/appusers/${checkText(refuseArgument, 'userId', userId)}/messages`, {
    ...call,
    json,
  });
}

function contentOf(textOrContent: string | MessageContent): MessageContent {
  if (typeof textOrContent === 'object' && textOrContent !== null) return textOrContent;
  return { type: 'text', text: checkText(refuseArgument, 'textOrContent', textOrContent) };
}
