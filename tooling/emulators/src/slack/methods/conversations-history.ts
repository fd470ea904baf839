import { conversationScopes } from '../auth/scopes.js';
import { messagePage, readableConversation } from './message-page.js';
import { messagesBetween } from './message-window.js';
import type { MemberMethod } from './method.js';

const usualLimit = 100;

/** Newest first, without the replies that stayed in their threads. */
export const conversationsHistory: MemberMethod = {
  name: 'conversations.history',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: conversationScopes('history'),
  handle(call) {
    const conversation = readableConversation(call);
    const window = messagesBetween(call.args, conversation.messages.main);
    return {
      ...messagePage(call, conversation, window, { usualLimit, newestFirst: true }),
      pin_count: conversation.pins.size,
      channel_actions_ts: null,
      channel_actions_count: 0,
    };
  },
};
