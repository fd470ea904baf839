import { conversationScopes } from '../auth/scopes.js';
import { missingArgument, SlackError } from '../errors.js';
import { findMessage, repliesTo } from '../state/threads.js';
import { messagePage, readableConversation } from './message-page.js';
import { messagesBetween } from './message-window.js';
import type { MemberMethod } from './method.js';

const usualLimit = 1_000;

/** A message and its replies, oldest first. The message itself is on every page that begins with it, whatever the bounds. */
export const conversationsReplies: MemberMethod = {
  name: 'conversations.replies',
  tier: 'tier 3',
  json: false,
  access: 'member',
  scopes: conversationScopes('history'),
  handle(call) {
    const conversation = readableConversation(call);
    const ts = call.args.text('ts');
    if (ts === undefined) throw missingArgument('ts');
    const parent = findMessage(conversation, ts);
    if (parent === undefined) throw new SlackError('thread_not_found');
    const messages = [parent, ...messagesBetween(call.args, repliesTo(conversation, ts))];
    return messagePage(call, conversation, messages, usualLimit);
  },
};
