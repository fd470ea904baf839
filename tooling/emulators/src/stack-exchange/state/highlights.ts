import { isCalled, mentionedNames } from '../content/mentions.js';
import type { ChatServer } from './chat-server.js';
import { currentRevision, type Message, type User } from './model.js';

/** Whether somebody who only wants the best of a room is shown this message: it is starred, or meant for them. */
export function isHighlight(server: ChatServer, message: Message, reader: User | undefined): boolean {
  if (message.deleted !== undefined) return false;
  if (message.stars.size > 0) return true;
  if (reader === undefined || message.userId === reader.id) return false;
  const { parent } = message;
  if (parent?.isReply === true && server.messages.get(parent.id)?.userId === reader.id) return true;
  return mentionedNames(currentRevision(message).source).some((name) => isCalled(name, reader.name));
}
