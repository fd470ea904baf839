import { checkText, type CallOptions } from '@x/http-core';
import { longestText } from '../checks/longest-text.js';
import { refuseArgument } from '../errors.js';
import { loadPart } from '../load-part.js';
import type { SmoochParts } from '../parts.js';
import type { MessageContent } from '../types/message-content.js';
import type { MessageResponse, Role } from '../types/message.js';
import { userPath } from './app-users.js';

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
  { app, checks }: SmoochParts,
  userId: string,
  textOrContent: string | MessageContent,
  role: Role,
  call?: CallOptions,
): Promise<MessageResponse> {
  const target = `${userPath(userId)}/messages`;
  const json = { ...contentOf(textOrContent), role };
  // Of a text alone, nothing but its length could be refused.
  if (checks && !(typeof textOrContent === 'string' && textOrContent.length <= longestText)) {
    const { checkMessage } = await loadPart(import('../checks/index.js'));
    checkMessage(refuseArgument, json);
  }
  return app.json('POST', target, { ...call, json });
}

function contentOf(textOrContent: string | MessageContent): MessageContent {
  if (typeof textOrContent === 'object' && textOrContent !== null) return textOrContent;
  return { type: 'text', text: checkText(refuseArgument, 'textOrContent', textOrContent) };
}
