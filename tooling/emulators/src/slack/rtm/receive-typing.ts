import type { Service } from '../service.js';
import { announceTyping } from '../state/typing.js';
import type { Frame } from '../state/events.js';
import type { Connection } from './connection.js';
import { declined, replyError } from './replies.js';

/** Tells the other members. There is no answer unless something is wrong. */
export function receiveTyping(service: Service, connection: Connection, frame: Frame): void {
  const { userId } = connection.session;
  const conversation = service.store.conversations.get(String(frame['channel']));
  if (conversation === undefined || !conversation.members.has(userId)) {
    replyError(connection, frame, declined('channel_not_found'));
    return;
  }
  const threadTs = frame['thread_ts'];
  announceTyping(service, conversation, userId, typeof threadTs === 'string' ? threadTs : undefined);
}
