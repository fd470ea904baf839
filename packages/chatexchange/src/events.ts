import type { ConnectionState } from '@x/http-core/live';
import type { ChatGapEvent, MessagesMoved, RoomTimeout, UserKicked } from './events/combined-events.js';
import type * as About from './events/message-events.js';
import type * as Around from './events/room-events.js';

export type { ChatGapEvent, MessagesMoved, RoomTimeout, UserKicked } from './events/combined-events.js';
export type * from './events/message-events.js';
export type * from './events/room-events.js';
export type { EventBase, WireEvent } from './events/wire-event.js';

/** Everything that can happen, by its name. */
export interface ChatEventMap {
  readonly message: About.MessagePosted;
  readonly edit: About.MessageEdited;
  readonly enter: Around.UserEntered;
  readonly leave: Around.UserLeft;
  readonly room: Around.RoomNameChanged;
  readonly star: About.MessageStarred;
  readonly debug: Around.DebugMessage;
  readonly mention: About.UserMentioned;
  readonly flag: About.MessageFlagged;
  readonly delete: About.MessageDeleted;
  readonly file: Around.FileAdded;
  readonly moderatorFlag: About.ModeratorFlag;
  readonly settings: Around.UserSettingsChanged;
  readonly announcement: Around.GlobalNotification;
  readonly access: Around.AccessLevelChanged;
  readonly notification: Around.UserNotification;
  readonly invite: Around.Invitation;
  readonly reply: About.MessageReply;
  readonly movedOut: About.MessageMovedOut;
  readonly movedIn: About.MessageMovedIn;
  readonly timeBreak: Around.TimeBreak;
  readonly feed: Around.FeedTicker;
  readonly suspend: Around.UserSuspended;
  readonly merge: Around.UserMerged;
  readonly profile: Around.UserNameOrAvatarChanged;
  readonly undelete: About.MessageUndeleted;
  readonly unknown: Around.UnknownEvent;
  readonly gap: ChatGapEvent;
  readonly kick: UserKicked;
  readonly move: MessagesMoved;
  readonly timeout: RoomTimeout;
}

/** Something that happened; it narrows by `type`. */
export type ChatEvent = ChatEventMap[ChatEventType];

/** The names of what can happen. */
export type ChatEventType = keyof ChatEventMap;

/** What events can be chosen by: their name, or the service's number. */
export type ChatEventKey = ChatEventType | number;

/** The events of a name or a number. A number that is documented nowhere has unknown ones. */
export type ChatEventOf<Key extends ChatEventKey> = Key extends ChatEventType
  ? ChatEventMap[Key]
  : number extends Key
    ? ChatEvent
    : [Extract<ChatEvent, { readonly typeId: Key }>] extends [never]
      ? Around.UnknownEvent
      : Extract<ChatEvent, { readonly typeId: Key }>;

/** A change of the connection's state. */
export interface ChatStateEvent {
  /** The state before. */
  readonly from: ConnectionState;
  /** The state from now on. */
  readonly to: ConnectionState;
  /** How events come now: while sockets fail, the service is asked every few seconds. Of `ready` only. */
  readonly via?: 'socket' | 'poll';
  /** What ended the connection, or the last attempt. */
  readonly error?: unknown;
  /** How many attempts there have been since it was last `ready`. */
  readonly attempt?: number;
  /** How many milliseconds pass before the next attempt. */
  readonly delayMs?: number;
}

/** A frame that could not be read. It is counted, told, and passed over. */
export interface UnreadableFrame {
  /** How long the frame is. */
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
