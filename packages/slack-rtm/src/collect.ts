import { isServiceError, paginate, type CallOptions, type Pages } from '@x/http-core';
import type { SlackArguments } from './calls/arguments.js';
import { itemsOf, nextPage, numbered } from './calls/list-places.js';
import type { MethodName } from './types/method-names.js';
import type { Methods } from './types/methods.js';
import type { SlackResult } from './types/result.js';
import type { SlackWeb } from './web.js';

/** What can be said about a list. */
export interface CollectOptions<Item> extends CallOptions {
  /**
   * Where a page keeps its items. Default: where the method is known to keep them, else in its first field that is a list. Of an
   * object, as in `emoji.list`, each item is a name and its value.
   */
  readonly items?: ((page: SlackResult) => Iterable<Item>) | undefined;
  /**
   * Whether the list begins anew, once, when its cursor has expired meanwhile; items may then come twice. Default false: it
   * rejects with `invalid_cursor`.
   */
  readonly restart?: boolean | undefined;
}

/** The methods whose lists are known. */
type ListMethod = {
  [Name in keyof Methods]: [Methods[Name]['item']] extends [never] ? never : Name;
}[keyof Methods];

/**
 * A list that a method answers in pages, item by item, following `response_metadata.next_cursor`, or the numbers of pages where
 * a method has those. Nothing is sent until it is iterated, and no page after the one at which the reader stops. `limit` among the
 * arguments is the size of a page, 200 unless given (`count`, 100, where pages have numbers); with `cursor` it begins there.
 *
 * Iterating rejects as any call does, with `refused` / `invalid_cursor` when a cursor has expired meanwhile, and with `protocol` /
 * `NO_LIST` when an answer holds none: then say by `items` where it is.
 *
 * @example
 * ```ts
 * import { collect, type SlackWeb } from '@x/slack-rtm';
 *
 * export async function names(web: SlackWeb): Promise<string[]> {
 *   const users = await collect(web, 'users.list', {}).toArray();
 *   return users.map(({ name }) => name);
 * }
 * ```
 */
export function collect<Name extends ListMethod>(
  web: SlackWeb,
  method: Name,
  args?: Methods[Name]['arguments'],
  options?: CollectOptions<Methods[Name]['item']>,
): Pages<Methods[Name]['item'], Methods[Name]['result']>;
export function collect<Item, Name extends string = MethodName | (string & {})>(
  web: SlackWeb,
  method: Name extends ListMethod ? never : Name,
  args?: SlackArguments,
  options?: CollectOptions<Item>,
): Pages<Item, SlackResult>;
export function collect<Item>(
  web: SlackWeb,
  method: string,
  args: SlackArguments = {},
  { items = (page) => itemsOf(method, page) as Item[], restart = false, ...call }: CollectOptions<Item> = {},
): Pages<Item, SlackResult> {
  const byNumber = numbered.test(method) && !('cursor' in args) && !('limit' in args);
  const size = byNumber ? { count: 100 } : { limit: 200 };
  /** How often the list began anew: a cursor of before may come again. */
  let rounds = 0;

  async function load(place?: string): Promise<SlackResult> {
    if (place === undefined) rounds = 0;
    try {
      return await web.call(method, { ...size, ...args, ...wordsOf(place) }, call);
    } catch (error) {
      const hasExpired = isServiceError(error) && error.code === 'invalid_cursor';
      if (!hasExpired || !restart || place === undefined || rounds > 0) throw error;
      rounds += 1;
      return web.call(method, { ...size, ...args, cursor: undefined }, call);
    }
  }

  function next(page: SlackResult): string | undefined {
    const cursor = page.response_metadata?.next_cursor;
    if (cursor && !byNumber) return `${rounds} cursor ${cursor}`;
    const number = byNumber || cursor === undefined ? nextPage(page) : undefined;
    return number === undefined ? undefined : `${rounds} page ${number}`;
  }

  return paginate<SlackResult, Item, string>(load, items, next);
}

/** What asks for a page, as `next` named it. */
function wordsOf(place = ''): object {
  const [, name, value] = /^\d+ (\w+) (.*)$/s.exec(place) ?? [];
  return name === undefined ? {} : { [name]: value };
}
