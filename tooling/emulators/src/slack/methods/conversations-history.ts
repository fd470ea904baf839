import { conversationScopes, requireConversationScope } from '../auth/scopes.js';
import { renderMessage } from '../render/message.js';
import { requireConversation, requireMembership } from '../state/conversations.js';
import { mainMessages } from '../state/threads.js';
import { microsOf } from '../timestamps.js';
import { pageOf } from '../wire/paging.js';
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
  handle({ service, args, token, user }) {
    const { store, switches } = service;
    const conversation = requireConversation(store, args.text('channel') ?? '', user.id);
    requireConversationScope(service, token, conversation.kind, 'history');
    // People may look into any public channel, bots only where they were invited.
    if (user.botId !== undefined) requireMembership(conversation, user.id);
    const page = pageOf({
      items: [...messagesBetween(args, mainMessages(conversation))].toReversed(),
      kind: 'next_ts',
      keyOf: (message) => String(microsOf(message.ts)),
      cursor: args.text('cursor'),
      limit: args.count('limit', 'invalid_limit') ?? usualLimit,
      switches,
    });
    return {
      messages: page.items.map((message) => renderMessage(store, conversation, message)),
      has_more: page.next !== undefined,
      pin_count: 0,
      channel_actions_ts: null,
      channel_actions_count: 0,
      ...(page.next === undefined ? {} : { response_metadata: { next_cursor: page.nextCursor } }),
    };
  },
};
