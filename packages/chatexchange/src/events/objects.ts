import type { Context } from '../model/context.js';
import type { Message } from '../model/message.js';
import type { Room } from '../model/room.js';
import type { User } from '../model/user.js';
import { withoutDiamond } from '../parse/room-info.js';
import { createRecent } from '@x/http-core/recent';
import { readMessageNews, type MessageNews } from '../learn-message.js';
import type { WireEvent } from './wire-event.js';

/**
 * The rooms, users and messages of events. An object that somebody holds hears of an event when it comes. Others are made
 * when they are asked for, and then know what the event says, and what was said of them since.
 */
export interface EventObjects {
  /** Lets those who are held know; gives the place of the event among all that came. */
  hear(data: WireEvent): number;
  room(data: WireEvent): Room | undefined;
  user(id: unknown, name?: unknown): User | undefined;
  /** Of an event that names one. */
  message(data: WireEvent, place: number): Message;
}

/** Of so many messages that nobody holds, the changes are remembered. */
const mostChanged = 10_000;

/** What changes a message that is there. */
const changes: ReadonlySet<number> = new Set([2, 6, 10, 19, 20, 37]);

export function isId(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

export function createEventObjects({
  rooms,
  users,
  messages,
}: Pick<Context, 'rooms' | 'users' | 'messages'>): EventObjects {
  const namesOfRooms = createRecent<number, string>(1000);
  const changed = createRecent<number, readonly { readonly place: number; readonly data: WireEvent }[]>(
    mostChanged,
  );
  let places = 0;

  function hearOfRoom({ event_type: type, room_id: id, room_name: name }: WireEvent): void {
    if (id === undefined || typeof name !== 'string') return;
    if (type === 5) rooms.peek(id)?.forget('name', 'description', 'tags', 'access', 'canTalk');
    else if (namesOfRooms.get(id) !== name) rooms.peek(id)?.learn({ name });
    if (type === 15) rooms.peek(id)?.forget('owners', 'access', 'canTalk');
    namesOfRooms.set(id, type === 5 ? '' : name);
  }

  function hearOfUsers(data: WireEvent): void {
    const { event_type: type, user_id: id, user_name: given, target_user_id: target } = data;
    const held = id === undefined ? undefined : users.peek(id);
    if (held !== undefined && typeof given === 'string') {
      const name = withoutDiamond(given);
      if (held.known.name !== name) held.learn({ name });
    }
    if (type === 34 && target !== undefined) users.peek(target)?.forget('name', 'pictureUrl');
  }

  function hearOfMessage(place: number, data: WireEvent): void {
    const { event_type: type, message_id: id, parent_id: parentId } = data;
    if (!isId(id)) return;
    if (data.show_parent === true && isId(parentId)) messages.peek(parentId)?.addReply(id);
    const held = messages.peek(id);
    if (held !== undefined) held.hear(newsOf(held, data));
    else if (changes.has(type)) {
      // Of each kind the last one says it all.
      const others = (changed.get(id) ?? []).filter((each) => each.data.event_type !== type);
      changed.set(id, [...others, { place, data }]);
    }
  }

  function room(data: WireEvent): Room | undefined {
    const { room_id: id, room_name: name, event_type: type } = data;
    if (!isId(id)) return undefined;
    const held = rooms.peek(id);
    if (held !== undefined) return held;
    const made = rooms.get(id);
    return typeof name === 'string' && type !== 5 ? made.learn({ name }) : made;
  }

  function user(id: unknown, name?: unknown): User | undefined {
    if (!isId(id)) return undefined;
    const held = users.peek(id);
    if (held !== undefined) return held;
    const made = users.get(id);
    return typeof name === 'string' ? made.learn({ name: withoutDiamond(name) }) : made;
  }

  /** What an event says about its message. */
  function newsOf(message: Message, data: WireEvent): MessageNews {
    const around = { room: room(data), user: user(data.user_id, data.user_name) };
    return readMessageNews({ messages }, message.known, data, around);
  }

  return {
    hear(data) {
      places += 1;
      hearOfRoom(data);
      hearOfUsers(data);
      hearOfMessage(places, data);
      return places;
    },
    room,
    user,
    message(data, place) {
      const { message_id: id = 0 } = data;
      const held = messages.peek(id);
      if (held !== undefined) {
        // It may have been made since, by what came later: of this, what lasts may be missing.
        const { room: where, owner, parent, timeStamp } = newsOf(held, data).facts;
        const lasting = { room: where, owner, parent, timeStamp };
        held.learnMissing(
          Object.fromEntries(Object.entries(lasting).filter(([, fact]) => fact !== undefined)),
        );
        return held;
      }
      const made = messages.get(id);
      made.hear(newsOf(made, data));
      for (const later of changed.get(id) ?? []) {
        if (later.place > place) made.hear(newsOf(made, later.data));
      }
      return made;
    },
  };
}
