import type { Clock, Random } from '../../frame/index.js';
import { deleteMessage, editMessage } from '../actions/change-message.js';
import { pin } from '../actions/pins.js';
import { postMessage } from '../actions/post-message.js';
import type { ChatSite } from '../network/sites.js';
import type { ResolvedOptions } from '../options.js';
import { type ChatServer, createChatServer } from '../state/chat-server.js';
import { createEventLog } from '../state/event-log.js';
import { communityId, feedsId, type Person, type Room, type User } from '../state/model.js';
import { newRoom } from '../state/new-room.js';
import { newUser } from '../state/new-user.js';
import { seededLines, type SeededLine } from './lines.js';
import { seededPeople, type SeededPerson, type Somebody } from './people.js';
import { type SeededRoom, seededRooms } from './rooms.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export interface SeedParts {
  readonly site: ChatSite;
  readonly clock: Clock;
  readonly random: Random;
  readonly options: ResolvedOptions;
  readonly people: ReadonlyMap<Somebody, Person>;
}

/** A chat server with people, rooms and a little history. Each server gives them ids of its own. */
export function seedServer(parts: SeedParts): ChatServer {
  const { site, clock, random, options } = parts;
  const events = createEventLog(170_000_000 + random.integer(1_000_000), options.retainedEvents);
  const server = createChatServer(site, events, 58_500_000 + random.integer(100_000));
  const users = new Map<Somebody, User>();
  for (const seeded of seededPeople) {
    const user = seedUser(parts, seeded);
    users.set(seeded.key, user);
    server.users.set(user.id, user);
  }
  for (const user of seedSystem(clock)) server.users.set(user.id, user);
  const ids = (keys: readonly Somebody[]): Set<number> => new Set(idsOf(keys, users));
  for (const seeded of seededRooms) {
    server.rooms.set(seeded.id, seedRoom(parts, seeded, ids));
    server.present.set(seeded.id, ids(seeded.present));
  }
  for (const line of seededLines) say(parts, server, users, line);
  for (const { key, seenAgo } of seededPeople) {
    const user = users.get(key);
    if (user !== undefined) user.lastSeenAt = clock.now() - seenAgo * minuteMs;
  }
  return server;
}

function seedUser({ site, clock, random, people }: SeedParts, seeded: SeededPerson): User {
  const id = 100_000 + random.integer(900_000);
  return newUser({
    id,
    name: seeded.name,
    person: people.get(seeded.key),
    // Only where the chat serves a single site are the ids the same.
    parent:
      seeded.reputation === undefined
        ? undefined
        : {
            id: site.roomsHaveSites ? 10_000 + random.integer(90_000) : id,
            host: site.login.host,
          },
    isModerator: seeded.isModerator ?? false,
    reputation: seeded.reputation,
    about: seeded.about,
    pictureHash: random.hex(32),
    createdAt: clock.now() - seeded.daysHere * dayMs,
  });
}

/** The system: the user that owns what belongs to everybody, and the one that posts feeds and announces changed names. */
function seedSystem(clock: Clock): User[] {
  const createdAt = clock.now() - 5_000 * dayMs;
  const nobody = { person: undefined, parent: undefined, isModerator: false, reputation: undefined };
  return [
    newUser({
      ...nobody,
      id: communityId,
      name: 'Community',
      about: '',
      pictureHash: '!https://cdn.example.com/community-icon128.png',
      createdAt,
    }),
    newUser({
      ...nobody,
      id: feedsId,
      name: 'Feeds',
      about: '',
      pictureHash: '!https://cdn.example.com/feed-icon128.png',
      createdAt,
    }),
  ];
}

function seedRoom(
  { site, clock }: SeedParts,
  seeded: SeededRoom,
  ids: (keys: readonly Somebody[]) => Set<number>,
): Room {
  const { id, name, description, tags, access, daysOld, frozen = false } = seeded;
  const createdAt = clock.now() - daysOld * dayMs;
  return {
    ...newRoom({ id, name, description, tags, access, createdAt, siteHost: site.login.host }),
    owners: ids(seeded.owners),
    writers: ids(seeded.writers),
    favoriteOf: ids(seeded.favoriteOf),
    frozen,
  };
}

function say(
  parts: SeedParts,
  server: ChatServer,
  users: ReadonlyMap<Somebody, User>,
  line: SeededLine,
): void {
  const room = server.rooms.get(line.room);
  const author = users.get(line.by);
  if (room === undefined || author === undefined) return;
  const at = parts.clock.now() - line.minutesAgo * minuteMs;
  const scene = { server, options: parts.options, clock: standingClock(at) };
  const inRoom = server.messages.inRoom(room.id);
  const parentId = line.answers === undefined ? undefined : inRoom.at(-line.answers)?.id;
  const message = postMessage(scene, room, author, { text: line.before ?? line.text, parentId });
  if (line.before !== undefined) {
    const later = { ...scene, clock: standingClock(at + minuteMs) };
    editMessage(later, room, message, author, { text: line.text, parentId });
  }
  const marked = at + minuteMs;
  for (const id of idsOf(line.stars ?? [], users)) message.stars.set(id, marked);
  for (const id of idsOf(line.pins ?? [], users)) pin(parts.clock, message, id, marked);
  const remover = line.removedBy === undefined ? undefined : users.get(line.removedBy);
  if (remover !== undefined) deleteMessage(scene, room, message, remover);
}

function idsOf(keys: readonly Somebody[], users: ReadonlyMap<Somebody, User>): number[] {
  return keys.flatMap((key) => users.get(key)?.id ?? []);
}

/** The past, in which nothing waits. */
function standingClock(now: number): Clock {
  return { now: () => now, after: () => () => {} };
}
