import type { LiveSocket } from '../live/live-socket.js';
import type { ChatServer } from '../state/chat-server.js';
import {
  type Conversation,
  currentRevision,
  editsOf,
  type Message,
  type ModeratorFlag,
  type Room,
  type RoomTimeout,
  type User,
} from '../state/model.js';

/** An open socket. */
export interface ChatSocketSnapshot {
  readonly id: number;
  /** The room that it was opened for. */
  readonly roomId: number;
  /** Undefined for an anonymous visitor. */
  readonly userId: number | undefined;
  readonly openedAt: number;
}

/** A message as it is now. */
export interface ChatMessageSnapshot {
  readonly id: number;
  readonly userId: number;
  readonly userName: string;
  /** What was written. */
  readonly source: string;
  /** What the event feed carries. */
  readonly html: string;
  /** The message that this one answers. */
  readonly parentId: number | undefined;
  readonly edits: number;
  readonly stars: number;
  readonly pins: number;
  /** How many people find it offensive. */
  readonly flags: number;
  /** What was said about it to the moderators. */
  readonly moderatorFlags: readonly ModeratorFlag[];
  readonly isDeleted: boolean;
  readonly postedAt: number;
}

/** A room as it is now. */
export interface ChatRoomSnapshot {
  readonly id: number;
  readonly name: string;
  /** HTML. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly access: Room['access'];
  readonly isFrozen: boolean;
  readonly isDeleted: boolean;
  /** The ids of those who are in it. */
  readonly present: readonly number[];
  readonly owners: readonly number[];
  /** Who may write even where not everybody may. */
  readonly writers: readonly number[];
  /** Who may only read. */
  readonly readers: readonly number[];
  /** Who has asked to be let in. */
  readonly requests: readonly number[];
  readonly favoriteOf: readonly number[];
  readonly conversations: readonly Conversation[];
  /** Undefined when nobody ever ordered one, or it was cleared. It may be over. */
  readonly timeout: RoomTimeout | undefined;
}

/** Somebody as they are now. */
export interface ChatUserSnapshot {
  readonly id: number;
  readonly name: string;
  readonly reputation: number | undefined;
  readonly isModerator: boolean;
  /** Those whose messages are hidden from them. */
  readonly ignored: readonly number[];
  /** The messages that they have said to have read. */
  readonly acknowledged: readonly number[];
  readonly desktopNotify: string;
  readonly blockedUntil: number | undefined;
}

export function describeSocket({ id, ticket, openedAt }: LiveSocket): ChatSocketSnapshot {
  return { id, roomId: ticket.roomId, userId: ticket.userId, openedAt };
}

export function snapshotOf(server: ChatServer, message: Message): ChatMessageSnapshot {
  const { source, html } = currentRevision(message);
  return {
    id: message.id,
    userId: message.userId,
    userName: server.users.get(message.userId)?.name ?? '',
    source,
    html,
    parentId: message.parent?.isReply === true ? message.parent.id : undefined,
    edits: editsOf(message),
    stars: message.stars.size,
    pins: message.pins.size,
    flags: [...message.flags.values()].filter(({ opinion }) => opinion === 'offensive').length,
    moderatorFlags: [...message.moderatorFlags],
    isDeleted: message.deleted !== undefined,
    postedAt: message.postedAt,
  };
}

export function describeRoom(server: ChatServer, room: Room): ChatRoomSnapshot {
  const { id, name, description, tags, access, frozen, deleted, owners } = room;
  return {
    id,
    name,
    description,
    tags,
    access,
    isFrozen: frozen,
    isDeleted: deleted,
    present: [...(server.present.get(id) ?? [])],
    owners: [...owners],
    writers: [...room.writers],
    readers: [...room.readers],
    requests: [...room.requests],
    favoriteOf: [...room.favoriteOf],
    conversations: [...room.conversations.values()],
    timeout: room.timeout,
  };
}

export function describeUser(user: User): ChatUserSnapshot {
  const { id, name, reputation, isModerator, ignored, acknowledged, desktopNotify, blockedUntil } = user;
  return {
    id,
    name,
    reputation,
    isModerator,
    ignored: [...ignored],
    acknowledged: [...acknowledged],
    desktopNotify,
    blockedUntil,
  };
}
