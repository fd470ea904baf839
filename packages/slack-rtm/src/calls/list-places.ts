import { slackError } from '../errors.js';
import type { SlackResult } from '../types/result.js';

/** Where lists are, for methods whose first list is not what they list, or that list by names instead. */
const places: Readonly<Record<string, string>> = {
  'admin.emoji.list': 'emoji',
  'emoji.list': 'emoji',
  'files.info': 'comments',
  'search.files': 'files.matches',
  'search.messages': 'messages.matches',
  'team.billableInfo': 'billable_info',
};

/** Methods that number their pages, unless they are asked by a cursor. */
export const numbered: RegExp =
  /^(files\.list|reactions\.list|stars\.list|search\.\w+|team\.integrationLogs)$/;

/** The items of a page. Of an object each item is a name and its value. */
export function itemsOf(method: string, page: SlackResult): unknown[] {
  const place = places[method];
  const found =
    place === undefined
      ? Object.values(page).find((value) => Array.isArray(value))
      : place
          .split('.')
          .reduce<unknown>((value, name) => (Object(value) as Record<string, unknown>)[name], page);
  if (Array.isArray(found)) return found;
  if (place !== undefined && typeof found === 'object' && found !== null) return Object.entries(found);
  // An empty object may be written as an empty list or left out.
  if (place !== undefined && found === undefined) return [];
  throw slackError('protocol', 'NO_LIST', `the answer of ${method} holds no list; say by items where it is`);
}

/** The number of the page after a page, of those that are numbered; `undefined` after the last. */
export function nextPage(page: SlackResult): number | undefined {
  const holders = [page, ...Object.values(page)] as readonly { readonly paging?: unknown }[];
  const paging = holders
    .map((holder) => Object(holder).paging as unknown)
    .find((value) => value !== undefined);
  const { page: now, pages } = Object(paging) as { readonly page?: unknown; readonly pages?: unknown };
  return typeof now === 'number' && typeof pages === 'number' && now < pages ? now + 1 : undefined;
}
