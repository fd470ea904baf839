import { paginate, type CallOptions, type Pages } from '@x/http-core';
import type { SlackArguments } from './arguments.js';
import { slackError } from './errors.js';
import type { MethodName } from './types/method-names.js';
import type { Methods } from './types/methods.js';
import type { SlackResult } from './types/result.js';
import type { SlackWeb } from './web.js';

/** What can be said about a list. */
export interface CollectOptions<Item> extends CallOptions {
  /** Where a page keeps its items. Default: in its first field that is a list. */
  readonly items?: ((page: SlackResult) => Iterable<Item>) | undefined;
}

/** The methods whose lists are known. */
type ListMethod = {
  [Name in keyof Methods]: [Methods[Name]['item']] extends [never] ? never : Name;
}[keyof Methods];

/** How many items are asked for at once, unless the arguments say otherwise. */
const limit = 200;

/**
 * A list that a method answers in pages, item by item, following `response_metadata.next_cursor`. Nothing is sent until it is
 * iterated; `limit` among the arguments is the size of a page, 200 unless given.
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
  { items = (page: SlackResult) => listOf(method, page) as Item[], ...call }: CollectOptions<Item> = {},
): Pages<Item, SlackResult> {
  return paginate<SlackResult, Item, string>(
    async (cursor) => web.call(method, { limit, ...args, ...(cursor !== undefined && { cursor }) }, call),
    items,
    (page) => page.response_metadata?.next_cursor || undefined,
  );
}

function listOf(method: string, page: SlackResult): unknown[] {
  const list = Object.values(page).find((value) => Array.isArray(value));
  if (list !== undefined) return list;
  throw slackError('protocol', 'NO_LIST', `the answer of ${method} holds no list; say by items where it is`);
}
