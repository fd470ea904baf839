import { SlackError } from '../errors.js';
import { renderMessage } from '../render/message.js';
import { editMessage } from '../state/messages.js';
import { isAuthor, messageOf } from './channel-argument.js';
import { readContent } from './content.js';
import type { MemberMethod } from './method.js';

export const chatUpdate: MemberMethod = {
  name: 'chat.update',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: ['chat:write', 'post'],
  handle(call) {
    const { service, args, user } = call;
    const { conversation, message } = messageOf(call);
    if (!isAuthor(message, call)) throw new SlackError('cant_update_message');
    const { content } = readContent(service, args, user);
    const edited = editMessage(service, conversation, message, content, user.id);
    const { ts: _, ...shown } = renderMessage(service.store, conversation, edited);
    return { channel: conversation.id, ts: edited.ts, text: edited.text, message: shown };
  },
};
