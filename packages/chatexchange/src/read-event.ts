import {
  messageEventNames,
  roomEventNames,
  type ChatEvent,
  type ChatMessageEvent,
  type ChatRoomEvent,
  type WireEvent,
} from './events.js';
import type { Context } from './model/context.js';
import type { Message, MessageFacts } from './model/message.js';
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
    teach(context, message, data, room, user);
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

const saysWho: ReadonlySet<number> = new Set([1, 8, 18, 20, 37]);

/** What an event says about its message. */
function teach(
  context: Context,
  message: Message,
  data: WireEvent,
  room: Room | undefined,
  user: User | undefined,
): void {
  const { event_type: type, content, parent_id: parentId, message_edits: edits } = data;
  const facts: { -readonly [Key in keyof MessageFacts]?: MessageFacts[Key] } = {};
  // A message that leaves is told of in the room that it leaves.
  if (room !== undefined && type !== 19) facts.room = room;
  if (type === 10) {
    message.remove();
  } else if (content !== undefined) {
    // Only the beginning of a long text is told.
    if (/^<(?:div|pre) class=['"]partial['"]/.test(content)) message.forget('content');
    else facts.content = content;
    facts.deleted = false;
  }
  if (saysWho.has(type)) {
    if (user !== undefined) facts.owner = user;
    if (data.time_stamp !== undefined) facts.timeStamp = data.time_stamp;
  }
  if (isId(parentId)) facts.parent = context.messages.get(parentId);
  else if (type === 1 || type === 2) facts.parent = undefined;
  if (type === 1 || type === 2) facts.edited = (edits ?? 0) > 0;
  if (type === 1 || type === 6) {
    facts.stars = data.message_stars ?? 0;
    facts.pinned = (data.message_owner_stars ?? 0) > 0;
  }
  message.learn(facts);
}
