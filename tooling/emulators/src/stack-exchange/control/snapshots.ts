import type { LiveSocket } from '../live/live-socket.js';
import type { ChatServer } from '../state/chat-server.js';
import { currentRevision, editsOf, type Message, type Room } from '../state/model.js';

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
  };
}
