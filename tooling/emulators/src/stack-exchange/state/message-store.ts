import type { Message } from './model.js';

/** The messages of one chat server, found by id, room and author without looking at all of them. */
export interface MessageStore {
  readonly size: number;
  get(id: number): Message | undefined;
  values(): Iterable<Message>;
  add(message: Message): void;
  /** Takes a message to another room, where it has its place by its id. */
  move(message: Message, roomId: number): void;
  /** Oldest first. */
  inRoom(roomId: number): readonly Message[];
  /** Oldest first, from all rooms. */
  by(userId: number): readonly Message[];
  /** Oldest first. */
  inRoomBy(roomId: number, userId: number): readonly Message[];
  /** The ids of those who wrote what is in a room. */
  authorsIn(roomId: number): Iterable<number>;
}

interface RoomIndex {
  readonly all: Message[];
  readonly byAuthor: Map<number, Message[]>;
}

const none: readonly Message[] = [];

export function createMessageStore(): MessageStore {
  const byId = new Map<number, Message>();
  const byAuthor = new Map<number, Message[]>();
  const rooms = new Map<number, RoomIndex>();

  const roomOf = (roomId: number): RoomIndex => {
    const index = rooms.get(roomId) ?? { all: [], byAuthor: new Map<number, Message[]>() };
    rooms.set(roomId, index);
    return index;
  };
  const addToRoom = (message: Message): void => {
    const { all, byAuthor: authors } = roomOf(message.roomId);
    insert(all, message);
    insert(listOf(authors, message.userId), message);
  };

  return {
    get size() {
      return byId.size;
    },
    get: (id) => byId.get(id),
    values: () => byId.values(),
    add(message) {
      byId.set(message.id, message);
      insert(listOf(byAuthor, message.userId), message);
      addToRoom(message);
    },
    move(message, roomId) {
      const { all, byAuthor: authors } = roomOf(message.roomId);
      const theirs = listOf(authors, message.userId);
      remove(all, message);
      remove(theirs, message);
      if (theirs.length === 0) authors.delete(message.userId);
      message.roomId = roomId;
      addToRoom(message);
    },
    inRoom: (roomId) => rooms.get(roomId)?.all ?? none,
    by: (userId) => byAuthor.get(userId) ?? none,
    inRoomBy: (roomId, userId) => rooms.get(roomId)?.byAuthor.get(userId) ?? none,
    authorsIn: (roomId) => rooms.get(roomId)?.byAuthor.keys() ?? [],
  };
}

function listOf(lists: Map<number, Message[]>, id: number): Message[] {
  const list = lists.get(id) ?? [];
  lists.set(id, list);
  return list;
}

/** A new message is the last one; only a moved one has to look for its place. */
function insert(list: Message[], message: Message): void {
  const last = list.at(-1);
  if (last === undefined || last.id < message.id) list.push(message);
  else list.splice(placeOf(list, message.id), 0, message);
}

function remove(list: Message[], message: Message): void {
  const place = placeOf(list, message.id);
  if (list[place] === message) list.splice(place, 1);
}

/** Where the message with this id stands in a list that is ordered by id, or would stand. */
function placeOf(list: readonly Message[], id: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.id ?? Infinity) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
