import { plainContent } from '../methods/content.js';
import type { Service } from '../service.js';
import { isVisible } from '../state/conversations.js';
import type { Frame } from '../state/events.js';
import { postMessage } from '../state/messages.js';
import type { Conversation } from '../state/model.js';
import type { Connection } from './connection.js';
import { declined, noText, replyError } from './replies.js';

/** Takes a message into its conversation and acknowledges it, or says why not. */
export function receiveMessage(service: Service, connection: Connection, frame: Frame): void {
  const { id, text, channel } = frame;
  const { token, userId } = connection.session;
  const user = service.store.users.get(userId);
  if (!Number.isSafeInteger(id) || user === undefined) {
    replyError(connection, frame, declined('invalid_arguments'));
    return;
  }
  if (typeof text !== 'string' || text === '') {
    replyError(connection, frame, noText);
    return;
  }
  if (Array.from(text).length > service.switches.messageCharacters) {
    replyError(connection, frame, declined('msg_too_long'));
    return;
  }
  const conversation = service.store.conversations.get(String(channel));
  const obstacle = obstacleTo(conversation, frame, userId);
  if (conversation === undefined || obstacle !== undefined) {
    replyError(connection, frame, declined(obstacle ?? 'channel_not_found'));
    return;
  }
  const message = postMessage(
    service,
    conversation,
    {
      ...plainContent(service, text, user),
      userId,
      botId: user.botId,
      clientMessageId: textIn(frame, 'client_msg_id'),
      threadTs: textIn(frame, 'thread_ts'),
    },
    {
      broadcast: frame['reply_broadcast'] === true && frame['thread_ts'] !== undefined,
      ...(service.switches.echoOwnMessages ? {} : { fromConnection: connection.id }),
    },
  );
  const arrives = connection.send({ ok: true, reply_to: id, ts: message.ts, text: message.text });
  if (!arrives) {
    service.hub.lostReplies.set(token, {
      reply_to: id,
      type: 'message',
      channel: conversation.id,
      user: userId,
      text: message.text,
      ts: message.ts,
    });
  }
}

function obstacleTo(
  conversation: Conversation | undefined,
  frame: Frame,
  userId: string,
): string | undefined {
  if (conversation === undefined || !isVisible(conversation, userId)) return 'channel_not_found';
  if (!conversation.members.has(userId)) return 'not_in_channel';
  if (conversation.isArchived) return 'is_archived';
  const threadTs = textIn(frame, 'thread_ts');
  if (threadTs !== undefined && conversation.messages.get(threadTs) === undefined) return 'thread_not_found';
  return undefined;
}

function textIn(frame: Frame, name: string): string | undefined {
  const value = frame[name];
  return typeof value === 'string' ? value : undefined;
}
