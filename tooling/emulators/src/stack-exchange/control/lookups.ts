import type { ChatServer } from '../state/chat-server.js';
import type { Message, Room, User } from '../state/model.js';

/** Finds what a program names, or says that there is none. */
export interface Lookups {
  room(id: number): Room;
  user(id: number): User;
  message(id: number): { readonly message: Message; readonly room: Room };
  /** Somebody, or if nobody is named the first owner of the room. */
  actorIn(room: Room, userId: number | undefined): User;
}

export function createLookups(server: ChatServer): Lookups {
  const found = <Item>(item: Item | undefined, what: string, id: number): Item => {
    if (item === undefined) throw new RangeError(`There is no ${what} ${id}.`);
    return item;
  };
  const room = (id: number): Room => found(server.rooms.get(id), 'room', id);
  const user = (id: number): User => found(server.users.get(id), 'user', id);
  return {
    room,
    user,
    message(id) {
      const message = found(server.messages.get(id), 'message', id);
      return { message, room: room(message.roomId) };
    },
    actorIn({ id, owners }, userId) {
      const [owner] = owners;
      if (userId === undefined && owner === undefined) throw new RangeError(`Room ${id} has no owner.`);
      return user(userId ?? owner ?? 0);
    },
  };
}
