import { permalinkOf } from '../render/permalink.js';
import { messageOf } from './channel-argument.js';
import type { MemberMethod } from './method.js';

export const chatGetPermalink: MemberMethod = {
  name: 'chat.getPermalink',
  tier: 'tier 4',
  json: false,
  access: 'member',
  scopes: [],
  handle(call) {
    const { conversation, message } = messageOf(call, 'message_ts');
    return {
      channel: conversation.id,
      permalink: permalinkOf(call.service.store, conversation, message),
    };
  },
};
