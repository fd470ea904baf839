import { renderMessage } from '../render/message.js';
import { postMessage } from '../state/messages.js';
import type { Conversation, Message } from '../state/model.js';
import { microsOf } from '../timestamps.js';
import { authorship } from './authorship.js';
import { postableConversation, threadOf } from './channel-argument.js';
import { readContent } from './content.js';
import type { Answer, Call, MemberMethod } from './method.js';

/** For how long a repeated `client_msg_id` is recognized. */
const duplicateMicros = 600_000_000;

export const chatPostMessage: MemberMethod = {
  name: 'chat.postMessage',
  tier: 'chat.postMessage',
  json: true,
  access: 'member',
  scopes: ['chat:write', 'post'],
  limitedBy: (args) => args.text('channel') ?? '',
  handle(call) {
    const { service, args, user } = call;
    const conversation = postableConversation(call);
    const clientMessageId = args.text('client_msg_id');
    const earlier = findDuplicate(call, conversation, clientMessageId);
    if (earlier !== undefined) return { ...answer(call, conversation, earlier), is_duplicate: true };

    const { content, warnings } = readContent(service, args, user);
    const message = postMessage(
      service,
      conversation,
      {
        ...content,
        ...authorship(call),
        clientMessageId,
        threadTs: threadOf(conversation, args.text('thread_ts')),
      },
      { broadcast: args.text('thread_ts') !== undefined && args.flag('reply_broadcast') },
    );
    return {
      ...answer(call, conversation, message),
      ...(warnings.length === 0 ? {} : { warning: warnings.join(',') }),
    };
  },
};

function answer({ service }: Call, conversation: Conversation, message: Message): Answer {
  return {
    channel: conversation.id,
    ts: message.ts,
    message: renderMessage(service.store, conversation, message),
  };
}

function findDuplicate(
  { service }: Call,
  conversation: Conversation,
  clientMessageId: string | undefined,
): Message | undefined {
  if (clientMessageId === undefined) return undefined;
  const since = service.clock.now() * 1_000 - duplicateMicros;
  const earlier = conversation.messages.byClientId(clientMessageId);
  return earlier !== undefined && microsOf(earlier.ts) >= since ? earlier : undefined;
}
