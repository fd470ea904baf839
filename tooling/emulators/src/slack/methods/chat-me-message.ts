import { SlackError } from '../errors.js';
import { postMessage } from '../state/messages.js';
import { formatText } from '../text/format.js';
import { postableConversation } from './channel-argument.js';
import type { MemberMethod } from './method.js';

const longestText = 40_000;

/** Says what the caller does, as `/me` does. */
export const chatMeMessage: MemberMethod = {
  name: 'chat.meMessage',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: ['chat:write', 'post'],
  handle(call) {
    const conversation = postableConversation(call);
    const text = call.args.text('text');
    if (text === undefined) throw new SlackError('no_text');
    if (text.length > longestText) throw new SlackError('msg_too_long');
    const { ts } = postMessage(call.service, conversation, {
      subtype: 'me_message',
      text: formatText(text),
      blocks: undefined,
      attachments: undefined,
      metadata: undefined,
      userId: call.user.id,
      botId: call.user.botId,
    });
    return { channel: conversation.id, ts };
  },
};
