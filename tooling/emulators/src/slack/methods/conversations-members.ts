import { conversationScopes, requireConversationScope } from '../auth/scopes.js';
import { requireConversation } from '../state/conversations.js';
import { pageOf } from '../wire/paging.js';
import type { MemberMethod } from './method.js';

const usualLimit = 100;

export const conversationsMembers: MemberMethod = {
  name: 'conversations.members',
  tier: 'tier 4',
  json: false,
  access: 'member',
  scopes: conversationScopes('read'),
  handle({ service, args, token, user }) {
    const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
    requireConversationScope(service, token, conversation.kind, 'read');
    const page = pageOf(service, {
      items: [...conversation.members],
      kind: 'user',
      keyOf: (id) => id,
      cursor: args.text('cursor'),
      limit: args.count('limit', 'invalid_limit') ?? usualLimit,
    });
    return { members: page.items, response_metadata: { next_cursor: page.nextCursor } };
  },
};
