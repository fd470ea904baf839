import { conversationScopes } from '../auth/scopes.js';
import { missingArgument, SlackError } from '../errors.js';
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
    const parent = conversation.messages.get(ts);
    if (parent === undefined) throw new SlackError('thread_not_found');
    const window = messagesBetween(call.args, conversation.messages.replies(ts));
    return messagePage(call, conversation, window, { usualLimit, newestFirst: false, lead: parent });
  },
};
