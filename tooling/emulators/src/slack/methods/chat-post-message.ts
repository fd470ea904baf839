import { SlackError } from '../errors.js';
import { renderMessage } from '../render/message.js';
import { requireMembership } from '../state/conversations.js';
import { postMessage } from '../state/messages.js';
import { findMessage } from '../state/threads.js';
import type { Conversation, Message } from '../state/model.js';
import { microsOf } from '../timestamps.js';
import { destinationOf } from './channel-argument.js';
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
    const conversation = destinationOf(call);
    requireMembership(conversation, user.id);
    if (conversation.isArchived) throw new SlackError('is_archived');
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

/** Under whose name it appears. A bot that gives itself another name or picture is a bot and no user any more. */
function authorship({ args, user }: Call): Pick<Message, 'userId' | 'botId' | 'username' | 'icons'> & {
  readonly subtype?: string;
} {
  const username = args.text('username');
  const emoji = args.text('icon_emoji');
  const url = args.text('icon_url');
  const isDisguised = (username ?? emoji ?? url) !== undefined;
  if (user.botId === undefined || !isDisguised) {
    return { userId: user.id, botId: user.botId, username: undefined, icons: undefined };
  }
  return {
    subtype: 'bot_message',
    userId: undefined,
    botId: user.botId,
    username: username ?? user.realName,
    icons: emoji === undefined ? (url === undefined ? undefined : { image_48: url }) : { emoji },
  };
}

/** The message that began the thread, also when a reply of it is named. */
function threadOf(conversation: Conversation, ts: string | undefined): string | undefined {
  if (ts === undefined) return undefined;
  const message = findMessage(conversation, ts);
  if (message === undefined) throw new SlackError('thread_not_found');
  return message.threadTs ?? message.ts;
}

function findDuplicate(
  { service }: Call,
  conversation: Conversation,
  clientMessageId: string | undefined,
): Message | undefined {
  if (clientMessageId === undefined) return undefined;
  const since = service.clock.now() * 1_000 - duplicateMicros;
  return conversation.messages.find(
    (message) => message.clientMessageId === clientMessageId && microsOf(message.ts) >= since,
  );
}
