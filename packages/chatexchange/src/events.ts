import type { ConnectionState } from '@x/http-core/live';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';
import type { User } from './model/user.js';

/** An event in the service's own words. Fields that do not apply are absent; the messages of history have no `id` and no `room_name`. */
export interface WireEvent {
  readonly event_type: number;
  /** Seconds since 1970. Of stars and moved messages it is the time of the message. */
  readonly time_stamp?: number;
  readonly id?: number;
  readonly room_id?: number;
  readonly room_name?: string;
  readonly user_id?: number;
  readonly user_name?: string;
  readonly target_user_id?: number;
  readonly message_id?: number;
  /** HTML. */
  readonly content?: string;
  readonly message_edits?: number;
  readonly message_stars?: number;
  readonly message_owner_stars?: number;
  readonly message_starred?: boolean;
  readonly message_owner_starred?: boolean;
  readonly message_flags?: number;
  readonly parent_id?: number;
  /** True for a reply; a mention may have a `parent_id` without it. */
  readonly show_parent?: boolean;
  readonly parent_username?: string | null;
  readonly parent_text?: string | null;
  readonly moved?: boolean;
  readonly [field: string]: unknown;
}

interface EventBase<Type extends string> {
  readonly type: Type;
  /** Global on the chat server, and growing; absent of what was fetched after a gap. */
  readonly id: number | undefined;
  /** Seconds since 1970. Of `star`, `movedOut` and `movedIn` it is the time of the message. */
  readonly timeStamp: number | undefined;
  /** The event as the service words it. */
  readonly data: WireEvent;
  /** Where it happened: not always the room that is watched. */
  readonly room: Room | undefined;
  /** Who did it, if the service tells. */
  readonly user: User | undefined;
}

/** Something about a message. */
export interface ChatMessageEvent<Type extends string = string> extends EventBase<Type> {
  readonly message: Message;
  /** HTML; absent of a removal. */
  readonly content: string | undefined;
}

/** Something about people or a room. */
export interface ChatRoomEvent<Type extends string = string> extends EventBase<Type> {
  /** Whom it concerns. */
  readonly target: User | undefined;
  /** What the service says about it, as HTML or text. */
  readonly content: string | undefined;
}

/** An event that is documented nowhere. */
export interface ChatUnknownEvent extends EventBase<'unknown'> {
  /** The service's number. */
  readonly wireType: number;
}

/**
 * The service could not say what happened while the connection was away. The messages that were posted meanwhile follow,
 * as `message` events without an id; edits, stars, and who came and went are lost.
 */
export interface ChatGapEvent {
  readonly type: 'gap';
  readonly room: Room;
  /** The last event before it. */
  readonly afterId: number;
  /** The last event in it. */
  readonly untilId: number | undefined;
  /** Milliseconds since 1970: when something was last heard of the room, and when the gap was noticed. */
  readonly fromMs: number;
  readonly untilMs: number;
  /** How many messages follow. */
  readonly recovered: number;
  /** Whether these are all that were posted. */
  readonly complete: boolean;
}

/** The names of events, by the service's numbers. */
export const messageEventNames = {
  1: 'message',
  2: 'edit',
  6: 'star',
  8: 'mention',
  9: 'flag',
  10: 'delete',
  18: 'reply',
  19: 'movedOut',
  20: 'movedIn',
  37: 'undelete',
} as const;

/** See {@link messageEventNames}. */
export const roomEventNames = {
  3: 'enter',
  4: 'leave',
  5: 'room',
  13: 'settings',
  14: 'announcement',
  15: 'access',
  16: 'notification',
  17: 'invite',
  22: 'feed',
  29: 'suspend',
  30: 'merge',
  34: 'profile',
} as const;

type MessageEvents = {
  [Name in (typeof messageEventNames)[keyof typeof messageEventNames]]: ChatMessageEvent<Name>;
};
type RoomEvents = { [Name in (typeof roomEventNames)[keyof typeof roomEventNames]]: ChatRoomEvent<Name> };

/** Everything that can happen, by its name. */
export interface ChatEventMap extends MessageEvents, RoomEvents {
  readonly gap: ChatGapEvent;
  readonly unknown: ChatUnknownEvent;
}

/** Something that happened; it narrows by `type`. */
export type ChatEvent = ChatEventMap[ChatEventType];

/** The names of what can happen. */
export type ChatEventType = keyof ChatEventMap;

/** A change of the connection's state. */
export interface ChatStateEvent {
  readonly from: ConnectionState;
  readonly to: ConnectionState;
  /** How events come now: while sockets fail, the service is asked every few seconds. Of `ready` only. */
  readonly via?: 'socket' | 'poll';
  readonly error?: unknown;
  readonly attempt?: number;
  readonly delayMs?: number;
}

/** A frame that could not be read. It is counted, told, and passed over. */
export interface UnreadableFrame {
  readonly bytes: number;
  /** How many there have been. */
  readonly count: number;
}

/** What {@link ChatExchange.on} tells of. */
export interface LiveEventMap extends ChatEventMap {
  /** Every event of chat. */
  readonly event: ChatEvent;
  readonly state: ChatStateEvent;
  readonly unreadable: UnreadableFrame;
}
