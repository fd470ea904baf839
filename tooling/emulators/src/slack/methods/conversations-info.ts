import { conversationScopes, requireConversationScope } from '../auth/scopes.js';
import { renderDetail } from '../render/conversation.js';
import { requireConversation } from '../state/conversations.js';
import { localeOf } from './locale.js';
import type { MemberMethod } from './method.js';

export const conversationsInfo: MemberMethod = {
  name: 'conversations.info',
  tier: 'tier 3',
  json: false,
  access: 'member',
  scopes: conversationScopes('read'),
  handle({ service, args, token, user }) {
    const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
    requireConversationScope(service, token, conversation.kind, 'read');
    return {
      channel: {
        ...renderDetail(service.store, conversation, user.id),
        ...(args.flag('include_num_members') ? { num_members: conversation.members.size } : {}),
        ...localeOf(args),
      },
    };
  },
};
