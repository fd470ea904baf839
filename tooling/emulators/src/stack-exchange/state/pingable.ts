import { type ChatServer, presentIn } from './chat-server.js';
import type { Room, User } from './model.js';

const sevenDays = 7 * 24 * 3_600_000;

/** Who can be called by name in a room: those who are there, and those who wrote there lately. Who was seen last comes last. */
export function pingableIn(server: ChatServer, room: Room, now: number): User[] {
  const { messages, users } = server;
  const writers = [...messages.authorsIn(room.id)].flatMap((id) => {
    const last = messages.inRoomBy(room.id, id).at(-1);
    return last !== undefined && last.postedAt > now - sevenDays ? (users.get(id) ?? []) : [];
  });
  return [...new Set([...presentIn(server, room.id), ...writers])]
    .filter((user) => user.id > 0)
    .toSorted((a, b) => (a.lastSeenAt ?? 0) - (b.lastSeenAt ?? 0));
}
