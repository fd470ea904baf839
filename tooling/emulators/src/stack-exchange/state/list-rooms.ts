import { type ChatServer, mayEnter, messagesIn, presentIn } from './chat-server.js';
import type { Room, User } from './model.js';

export const roomTabs = ['all', 'site', 'favorite', 'events', 'mine', 'invited'] as const;
export const roomOrders = ['active', 'created', 'people', 'event'] as const;

export interface RoomListing {
  readonly tab: (typeof roomTabs)[number];
  readonly sort: (typeof roomOrders)[number];
  /** Words that name, description or tags contain. */
  readonly filter: string;
  /** The site that the tab `site` is about. */
  readonly siteHost: string;
  /** Whether frozen rooms are listed as well. */
  readonly showsFrozen: boolean;
}

/** The rooms that somebody sees in a list. */
export function listRooms(server: ChatServer, reader: User | undefined, listing: RoomListing): Room[] {
  const wanted = listing.filter.trim().toLowerCase();
  const lastPost = (room: Room): number => messagesIn(server, room.id).at(-1)?.postedAt ?? 0;
  const weights: Readonly<Record<RoomListing['sort'], (room: Room) => number>> = {
    active: lastPost,
    created: (room) => room.createdAt,
    people: (room) => presentIn(server, room.id).length,
    // Nothing is ever scheduled here, so that one room is as near as another.
    event: lastPost,
  };
  const weight = weights[listing.sort];
  return [...server.rooms.values()]
    .filter((room) => mayEnter(room, reader) && (listing.showsFrozen || !(room.frozen || room.deleted)))
    .filter((room) => isInTab(server, reader, room, listing))
    .filter(({ name, description, tags }) =>
      [name, description, ...tags].some((text) => text.toLowerCase().includes(wanted)),
    )
    .toSorted((a, b) => weight(b) - weight(a));
}

function isInTab(
  server: ChatServer,
  reader: User | undefined,
  room: Room,
  { tab, siteHost }: RoomListing,
): boolean {
  if (tab === 'all') return true;
  if (tab === 'site') return room.siteHost === siteHost;
  if (reader === undefined) return false;
  if (tab === 'favorite') return room.favoriteOf.has(reader.id);
  // Events and invitations leave no trace here, so that their tabs are empty.
  return tab === 'mine' && (server.present.get(room.id)?.has(reader.id) ?? false);
}
