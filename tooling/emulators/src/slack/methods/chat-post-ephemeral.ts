import { missingArgument, SlackError } from '../errors.js';
import { ephemeralMessage } from '../state/message-events.js';
import { authorship } from './authorship.js';
import { postableConversation, threadOf } from './channel-argument.js';
import { readContent } from './content.js';
import type { MemberMethod } from './method.js';

/** Shows a message to one member. It is kept nowhere: who is not connected never sees it. */
export const chatPostEphemeral: MemberMethod = {
  name: 'chat.postEphemeral',
  tier: 'tier 4',
  json: true,
  access: 'member',
  scopes: ['chat:write', 'post'],
  handle(call) {
    const { service, args, user } = call;
    const conversation = postableConversation(call);
    const reader = args.text('user');
    if (reader === undefined) throw missingArgument('user');
    if (!conversation.members.has(reader)) throw new SlackError('user_not_in_channel');
    const ts = service.timestamps.next();
    const message = {
      subtype: undefined,
      ...readContent(service, args, user).content,
      ...authorship(call),
      ts,
      edited: undefined,
      threadTs: threadOf(conversation, args.text('thread_ts')),
    };
    service.publish(ephemeralMessage(service, conversation, message, reader));
    return { message_ts: ts };
  },
};
