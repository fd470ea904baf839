import type { Room } from './model.js';

export type RoomBasics = Pick<
  Room,
  'id' | 'name' | 'description' | 'tags' | 'siteHost' | 'access' | 'createdAt'
>;

/** A room with nobody and nothing in it. */
export function newRoom(basics: RoomBasics): Room {
  return {
    ...basics,
    owners: new Set(),
    writers: new Set(),
    readers: new Set(),
    requests: new Set(),
    favoriteOf: new Set(),
    kicks: new Map(),
    kickEnds: new Map(),
    conversations: new Map(),
    frozen: false,
    deleted: false,
    timeout: undefined,
  };
}
