import { checkText, type CallOptions } from '@x/http-core';
import { refuseArgument } from './errors.js';
import type { ChatHttp } from './http.js';
import { chunks, userId } from './ids.js';
import type { Context } from './model/context.js';
import type { Room } from './model/room.js';
import type { User, UserFacts } from './model/user.js';
import { parseUserInfo, type UserInfo } from './parse/user-info.js';
import { parseUserPage, type NamedRoom } from './parse/user-page.js';
import { parseUserSearch } from './parse/user-search.js';
import { path } from './path.js';

/** How many users are asked for in one request. */
const mostAtOnce = 100;
/** How many the service finds at most. */
const mostFound = 100;

/** How users are searched. */
export interface UserSearchOptions extends CallOptions {
  /** From 1 to 100. Default 50. */
  readonly limit?: number | undefined;
}

/** What the service says of many users in short; it leaves out whom it does not know. */
export async function loadUserInfo(
  http: ChatHttp,
  ids: readonly number[],
  call?: CallOptions,
): Promise<ReadonlyMap<number, UserInfo>> {
  const found = new Map<number, UserInfo>();
  for (const some of chunks(ids, mostAtOnce)) {
    const answer = await http.json('/user/info', { ...call, query: { ids: some } });
    for (const [id, info] of parseUserInfo(answer)) found.set(id, info);
  }
  return found;
}

/** What the user's page says. Rooms that it names learn their names. */
export async function loadUserPage(
  context: Context,
  id: number,
  call?: CallOptions,
): Promise<Partial<UserFacts>> {
  const page = parseUserPage(await context.http.page(path`/users/${id}`, call));
  const toRoom = ({ id: roomId, name }: NamedRoom): Room =>
    context.rooms.get(roomId).learn(name === '' ? {} : { name });
  return { ...page, rooms: page.rooms.map(toRoom), ownedRooms: page.ownedRooms.map(toRoom) };
}

/** The users with these ids, in this order, with what is said of them in short. */
export async function getUsers(
  context: Context,
  users: Iterable<User | number>,
  call?: CallOptions,
): Promise<readonly (User | undefined)[]> {
  const ids = Array.from(users, userId);
  const infos = await loadUserInfo(context.http, [...new Set(ids)], call);
  return ids.map((id) => {
    const info = infos.get(id);
    return info === undefined ? undefined : context.users.get(id).learn(info);
  });
}

/** Those whose names begin with a text. */
export async function searchUsers(
  context: Context,
  query: string,
  options: UserSearchOptions = {},
): Promise<readonly User[]> {
  const { limit = 50, ...call } = options;
  checkText(refuseArgument, 'query', query);
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= mostFound)) {
    refuseArgument('limit', `a whole number from 1 to ${mostFound}`);
  }
  const found = await context.http.text('/users/search', { ...call, query: { q: query, limit } });
  return parseUserSearch(found).map(({ id, ...facts }) => context.users.get(id).learn(facts));
}
