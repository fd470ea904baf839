import type { Room, UserAccess } from './model.js';

/** What somebody may do in a room beside what everybody may; undefined for nothing. */
export function accessOf(room: Room, userId: number): UserAccess | undefined {
  if (room.owners.has(userId)) return 'owner';
  if (room.writers.has(userId)) return 'read-write';
  if (room.readers.has(userId)) return 'read-only';
  return room.requests.has(userId) ? 'request' : undefined;
}

/** Puts somebody on one list of a room and off all others. */
export function giveAccess(room: Room, userId: number, access: UserAccess | undefined): void {
  const lists = {
    owner: room.owners,
    'read-write': room.writers,
    'read-only': room.readers,
    request: room.requests,
  };
  for (const list of Object.values(lists)) list.delete(userId);
  if (access !== undefined) lists[access].add(userId);
}
