import { type ChatServer, messagesIn } from './chat-server.js';
import type { Message } from './model.js';

/** The starred messages of a room: those that are pinned first, then the others, the newest ones first. */
export function starredIn(server: ChatServer, roomId: number): Message[] {
  const starred = messagesIn(server, roomId).filter(
    ({ stars, deleted }) => stars.size > 0 && deleted === undefined,
  );
  const newestFirst = starred.toReversed();
  return [
    ...newestFirst.filter(({ pins }) => pins.size > 0),
    ...newestFirst.filter(({ pins }) => pins.size === 0),
  ];
}
