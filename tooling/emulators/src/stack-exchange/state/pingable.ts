import { type ChatServer, messagesIn, presentIn } from './chat-server.js';
import type { Room, User } from './model.js';

const sevenDays = 7 * 24 * 3_600_000;

/** Who can be called by name in a room: those who are there, and those who wrote there lately. */
export function pingableIn(server: ChatServer, room: Room, now: number): User[] {
  const recent = messagesIn(server, room.id).filter((message) => message.postedAt > now - sevenDays);
  const writers = recent.flatMap((message) => server.users.get(message.userId) ?? []);
  return [...new Set([...presentIn(server, room.id), ...writers])].filter((user) => user.id > 0);
}
