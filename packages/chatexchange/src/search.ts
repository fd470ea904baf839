import { refuseArgument } from './errors.js';
import type { ListOptions, ListPage, PoliteAsk } from './lists.js';
import { checkPageSize, checkWord, idOf } from './message-lists.js';
import { learnShown } from './messages.js';
import type { Context } from './model/context.js';
import { moment } from './model/moment.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';
import type { User } from './model/user.js';
import { parseSearch } from './parse/search.js';

const mostFound = 100;
const orders: readonly unknown[] = ['newest', 'relevance', 'stars'] satisfies SearchOptions['sort'][];

/** A page of what a search has found. */
export interface FoundPage extends ListPage<number> {
  readonly messages: readonly Message[];
}

/** What is searched for, beside words. */
export interface SearchOptions extends ListOptions {
  /** Said by this user. */
  readonly user?: User | number | undefined;
  /** Default `newest`. */
  readonly sort?: 'newest' | 'relevance' | 'stars' | undefined;
  /** How many messages a request brings, from 1 to 100. Default 100. */
  readonly pageSize?: number | undefined;
}

/** What is searched for in more than one room. */
export interface SearchAllOptions extends SearchOptions {
  /** Said in this room. Default: in any. */
  readonly room?: Room | number | undefined;
}

/** Reads one page of what a search has found. */
export async function readFoundPage(
  context: Context,
  words: string,
  { user, room, sort = 'newest', pageSize = 100 }: SearchAllOptions,
  ask: PoliteAsk,
  page = 1,
): Promise<FoundPage> {
  if (typeof words !== 'string') refuseArgument('query', 'a text');
  const roomId = idOf(room, 'room');
  const userId = idOf(user, 'user');
  if (words.trim() === '' && userId === undefined) refuseArgument('query', 'given, where no user is');
  checkWord('sort', sort, orders);
  const pagesize = checkPageSize(pageSize, mostFound);
  const query = { q: words, room: roomId, user: userId, sort, page, pagesize };
  const askedAt = moment();
  const found = await ask(async (call) =>
    parseSearch(await context.http.page('/search', { ...call, query }), roomId),
  );
  return {
    messages: found.messages.map((message) =>
      learnShown(context, askedAt, { room: context.rooms.get(message.roomId) }, message),
    ),
    next: after(page, found.next),
  };
}

/** Pages are counted up: a way back is none. */
export function after(page: number, next: number | undefined): number | undefined {
  return next !== undefined && next > page ? next : undefined;
}
