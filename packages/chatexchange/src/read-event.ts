import {
  messageEventNames,
  roomEventNames,
  type ChatEvent,
  type ChatMessageEvent,
  type ChatRoomEvent,
  type WireEvent,
} from './events.js';
import { readMessageNews } from './learn-message.js';
import type { Context } from './model/context.js';
import type { Room } from './model/room.js';
import type { User } from './model/user.js';
import { withoutDiamond } from './parse/room-info.js';

/** Makes an event of what the service sent, and lets the objects that it is about know. */
export function readEvent(context: Context, data: WireEvent): ChatEvent {
  const { event_type: wireType, id, time_stamp: timeStamp, content } = data;
  const room = roomOf(context, data);
  const user = userOf(context, data.user_id, data.user_name);
  const base = { id, timeStamp, data, room, user };
  const messageName = messageEventNames[wireType as keyof typeof messageEventNames] as string | undefined;
  const message = isId(data.message_id) ? context.messages.get(data.message_id) : undefined;
  if (messageName !== undefined && message !== undefined) {
    message.hear(readMessageNews(context, message.known, data, { room, user }));
    // Which name goes with which number is in the table.
    return { ...base, type: messageName, message, content } as ChatMessageEvent as ChatEvent;
  }
  const roomName = roomEventNames[wireType as keyof typeof roomEventNames] as string | undefined;
  if (roomName !== undefined) {
    if (wireType === 5) room?.forget('name', 'description', 'tags');
    const target = userOf(context, data.target_user_id, undefined);
    if (wireType === 34) target?.forget('name');
    return { ...base, type: roomName, target, content } as ChatRoomEvent as ChatEvent;
  }
  return { ...base, type: 'unknown', wireType };
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function roomOf(
  context: Context,
  { room_id: id, room_name: name, event_type: type }: WireEvent,
): Room | undefined {
  if (!isId(id)) return undefined;
  const room = context.rooms.get(id);
  return typeof name === 'string' && type !== 5 ? room.learn({ name }) : room;
}

function userOf(context: Context, id: unknown, name: unknown): User | undefined {
  if (!isId(id)) return undefined;
  const user = context.users.get(id);
  return typeof name === 'string' ? user.learn({ name: withoutDiamond(name) }) : user;
}
