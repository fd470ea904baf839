import { conversationScopes, requireConversationScope } from '../auth/scopes.js';
import { missingArgument, SlackError } from '../errors.js';
import { renderMessage } from '../render/message.js';
import { requireConversation, requireMembership } from '../state/conversations.js';
import { findMessage, repliesTo } from '../state/threads.js';
import { microsOf } from '../timestamps.js';
import { pageOf } from '../wire/paging.js';
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
  handle({ service, args, token, user }) {
    const { store, switches } = service;
    const conversation = requireConversation(store, args.text('channel') ?? '', user.id);
    requireConversationScope(service, token, conversation.kind, 'history');
    if (user.botId !== undefined) requireMembership(conversation, user.id);
    const ts = args.text('ts');
    if (ts === undefined) throw missingArgument('ts');
    const parent = findMessage(conversation, ts);
    if (parent === undefined) throw new SlackError('thread_not_found');
    const page = pageOf({
      items: [parent, ...messagesBetween(args, repliesTo(conversation, ts))],
      kind: 'next_ts',
      keyOf: (message) => String(microsOf(message.ts)),
      cursor: args.text('cursor'),
      limit: args.count('limit', 'invalid_limit') ?? usualLimit,
      switches,
    });
    return {
      messages: page.items.map((message) => renderMessage(store, conversation, message)),
      has_more: page.next !== undefined,
      ...(page.next === undefined ? {} : { response_metadata: { next_cursor: page.nextCursor } }),
    };
  },
};
