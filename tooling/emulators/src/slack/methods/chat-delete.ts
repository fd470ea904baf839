import { SlackError } from '../errors.js';
import { deleteMessage } from '../state/messages.js';
import { isAuthor, messageOf } from './channel-argument.js';
import type { MemberMethod } from './method.js';

export const chatDelete: MemberMethod = {
  name: 'chat.delete',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: ['chat:write', 'post'],
  handle(call) {
    const { conversation, message } = messageOf(call);
    const isAdmin = call.user.role !== 'member' && call.token.kind === 'user';
    if (message.subtype === 'tombstone' || !(isAdmin || isAuthor(message, call))) {
      throw new SlackError('cant_delete_message');
    }
    deleteMessage(call.service, conversation, message);
    return { channel: conversation.id, ts: message.ts };
  },
};
