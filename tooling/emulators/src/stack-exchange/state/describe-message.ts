import { withoutTags } from '../content/escape.js';
import { toSeconds } from '../content/wire-json.js';
import type { ChatServer } from './chat-server.js';
import { currentRevision, editsOf, type Message } from './model.js';
import { eventType, type WireHistoryEntry, type WireMessage } from './wire-event.js';

/** The fields by which every event describes the message that it is about. */
export function describeMessage(server: ChatServer, message: Message, replyFields: boolean): WireMessage {
  const { parent, stars, pins } = message;
  return {
    message_id: message.id,
    ...(editsOf(message) > 0 ? { message_edits: editsOf(message) } : {}),
    ...(stars.size > 0 ? { message_stars: stars.size } : {}),
    ...(pins.size > 0 ? { message_owner_stars: pins.size } : {}),
    ...(parent === undefined ? {} : { parent_id: parent.id }),
    ...(parent?.isReply === true
      ? { show_parent: true, ...(replyFields ? quote(server, parent.id) : {}) }
      : {}),
  };
}

/** A message of the past. One that was removed is there, without its content. */
export function historyEntry(server: ChatServer, message: Message, replyFields: boolean): WireHistoryEntry {
  return {
    event_type: eventType.messagePosted,
    time_stamp: toSeconds(message.postedAt),
    ...(message.deleted === undefined ? { content: currentRevision(message).html } : {}),
    user_id: message.userId,
    user_name: server.users.get(message.userId)?.name ?? `user${message.userId}`,
    room_id: message.roomId,
    ...describeMessage(server, message, replyFields),
  };
}

/** How long and how escaped the quoted text is, nobody has told: here it is all of it, with the entities of the content. */
function quote(server: ChatServer, parentId: number): Pick<WireMessage, 'parent_username' | 'parent_text'> {
  const parent = server.messages.get(parentId);
  if (parent === undefined) return {};
  return {
    parent_username: server.users.get(parent.userId)?.name ?? `user${parent.userId}`,
    parent_text: parent.deleted === undefined ? withoutTags(currentRevision(parent).html) : '',
  };
}
