import type { CallOptions } from '@x/http-core';
import { fail } from './errors.js';
import type { Context } from './model/context.js';
import type { Room } from './model/room.js';
import type { User } from './model/user.js';
import { parseAccessLists, parseRoomUsers, type NamedUser } from './parse/room-info.js';
import { parseRoomPage } from './parse/room-page.js';
import { path } from './path.js';

/** Whom a room gives which rights, beyond what everybody has. */
export interface RoomAccessLists {
  /** Those who run the room. */
  readonly owners: readonly User[];
  /** Those who were given leave to talk. */
  readonly readWrite: readonly User[];
  /** Those who were told only to read. */
  readonly readOnly: readonly User[];
  /** Who has asked to be let in, as only owners see it: absent for others. */
  readonly requests: readonly User[] | undefined;
}

/** Who is in a room now. */
export async function readCurrentUsers(context: Context, room: Room, call?: CallOptions): Promise<User[]> {
  const { present } = parseRoomPage(await context.http.page(path`/rooms/${room.id}`, call));
  return present.map(({ id, name, reputation, isModerator }) =>
    context.users.get(id).learn({ name, isModerator, ...(reputation === undefined ? {} : { reputation }) }),
  );
}

/** Who is often in a room. */
export async function readFrequentUsers(context: Context, room: Room, call?: CallOptions): Promise<User[]> {
  const address = `${path`/rooms/info/${room.id}`}?tab=general&users=frequent`;
  const users = parseRoomUsers(await context.http.page(address, call));
  return users.map(({ id, name, reputation }) =>
    context.users.get(id).learn({ name, ...(reputation === undefined ? {} : { reputation }) }),
  );
}

/** Who hears of it when they are mentioned in a room. */
export async function readPingableUsers(context: Context, room: Room, call?: CallOptions): Promise<User[]> {
  const list: unknown = await context.http.json(path`/rooms/pingable/${room.id}`, call);
  const users = Array.isArray(list) ? list.map(readPingable) : [undefined];
  return users.map((user) => {
    if (user !== undefined) return named(context, user);
    throw fail('protocol', 'UNEXPECTED_ANSWER', '/rooms/pingable answered with no list of ids and names');
  });
}

/** Four fields at least: later ones were added, and others may be. */
function readPingable(row: unknown): NamedUser | undefined {
  if (!Array.isArray(row)) return undefined;
  const [id, name] = row as readonly unknown[];
  return Number.isSafeInteger(id) && typeof name === 'string' ? { id: id as number, name } : undefined;
}

/** Whom a room gives which rights. */
export async function readAccess(context: Context, room: Room, call?: CallOptions): Promise<RoomAccessLists> {
  const lists = parseAccessLists(await context.http.page(`${path`/rooms/info/${room.id}`}?tab=access`, call));
  const users = (list: readonly NamedUser[]): User[] => list.map((user) => named(context, user));
  return {
    owners: users(lists.owners),
    readWrite: users(lists.readWrite),
    readOnly: users(lists.readOnly),
    requests: lists.requests && users(lists.requests),
  };
}

function named(context: Context, { id, name }: NamedUser): User {
  return context.users.get(id).learn({ name });
}
