import type { ChatSite } from '../network/sites.js';
import type { EventLog } from './event-log.js';
import { createMessageStore, type MessageStore } from './message-store.js';
import type { Message, Person, Room, User } from './model.js';

/** One chat server with everything it remembers. Maps keep the order in which things were made. */
export interface ChatServer {
  readonly site: ChatSite;
  readonly users: Map<number, User>;
  readonly rooms: Map<number, Room>;
  readonly messages: MessageStore;
  readonly events: EventLog;
  /** Who is in which room, by the id of the room. */
  readonly present: Map<number, Set<number>>;
  nextMessageId(): number;
  nextRoomId(): number;
  /** Tells the listeners of a change of a room that is no event: who may be there, or whether anybody may write. */
  roomChanged(roomId: number): void;
  onRoomChange(listener: (roomId: number) => void): void;
}

export function createChatServer(site: ChatSite, events: EventLog, firstMessageId: number): ChatServer {
  let messageId = firstMessageId;
  const rooms = new Map<number, Room>();
  const listeners: ((roomId: number) => void)[] = [];
  return {
    site,
    users: new Map(),
    rooms,
    messages: createMessageStore(),
    events,
    present: new Map(),
    nextMessageId() {
      messageId += 1;
      return messageId;
    },
    nextRoomId: () => nextIdOf(rooms),
    roomChanged(roomId) {
      for (const listener of listeners) listener(roomId);
    },
    onRoomChange(listener) {
      listeners.push(listener);
    },
  };
}

/** One more than the highest id. There may be more of them than a function can take as arguments. */
export function nextIdOf(things: ReadonlyMap<number, unknown>): number {
  let highest = 0;
  for (const id of things.keys()) highest = Math.max(highest, id);
  return highest + 1;
}

/** The user that a login stands for on this server. */
export function userOf(server: ChatServer, person: Person | undefined): User | undefined {
  if (person === undefined) return undefined;
  return [...server.users.values()].find((user) => user.person === person);
}

/** The messages of a room, oldest first. */
export function messagesIn(server: ChatServer, roomId: number): readonly Message[] {
  return server.messages.inRoom(roomId);
}

export function presentIn(server: ChatServer, roomId: number): User[] {
  return [...(server.present.get(roomId) ?? [])].flatMap((id) => server.users.get(id) ?? []);
}

export function roomsOf(server: ChatServer, userId: number): Room[] {
  return [...server.rooms.values()].filter((room) => server.present.get(room.id)?.has(userId) ?? false);
}

/** Whether somebody, or an anonymous visitor, may see a room at all. */
export function mayEnter(room: Room, user: User | undefined): boolean {
  if (user?.isModerator === true) return true;
  return !room.deleted && (room.access !== 'private' || isInsider(room, user));
}

/** Whether somebody may write in a room. Nobody may without an account. */
export function mayTalk(room: Room, user: User | undefined): user is User {
  if (user === undefined || !mayEnter(room, user)) return false;
  if (isOwner(room, user)) return true;
  return !room.readers.has(user.id) && (room.access === 'public' || room.writers.has(user.id));
}

export function isOwner(room: Room, user: User | undefined): boolean {
  return user !== undefined && (user.isModerator || room.owners.has(user.id));
}

function isInsider(room: Room, user: User | undefined): boolean {
  return (
    user !== undefined && (isOwner(room, user) || room.writers.has(user.id) || room.readers.has(user.id))
  );
}
