import { invalidPageToken } from '../../errors.js';
import { keyPrefix, toLongId } from '../../ids.js';
import { wholeNumber } from '../../input/parameters.js';
import { resourceUrl } from '../../render/context.js';
import type { Call } from '../call.js';

/** Messages, or conversations by their latest messages, newest first. */
export interface MessageList<Item> {
  readonly items: readonly Item[];
  /** The id of the message by which an item has its place. */
  readonly messageIdOf: (item: Item) => string;
  /** Path of the list below the version, with ids in the place of `me`. */
  readonly path: string;
}

export interface MessagePage<Item> {
  readonly items: readonly Item[];
  readonly links: Readonly<
    Record<'currentPageToken' | 'nextPageToken' | 'nextPageUrl', string | null> & { currentPageUrl: string }
  >;
}

/** Cuts the page that `page` and `pageSize` ask for. It begins after a message, so that new messages shift nothing. */
export function messagePage<Item>(list: MessageList<Item>, call: Call): MessagePage<Item> {
  const { query, context } = call;
  const { items, messageIdOf, path } = list;
  const size = wholeNumber(query, 'pageSize', { from: 1, to: 100, usual: 25 });
  const token = query.get('page');
  const after = token === null ? undefined : readToken(token);
  const rest = after === undefined ? items : items.filter((item) => messageIdOf(item) < after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const next = rest.length > size && last !== undefined ? messageIdOf(last) : null;
  return {
    items: page,
    links: {
      currentPageToken: token,
      currentPageUrl: resourceUrl(context, query.size === 0 ? path : `${path}?${query}`),
      nextPageToken: next,
      nextPageUrl: next === null ? null : resourceUrl(context, `${path}?${withPage(query, next)}`),
    },
  };
}

function withPage(query: URLSearchParams, token: string): URLSearchParams {
  const parameters = new URLSearchParams(query);
  parameters.set('page', token);
  return parameters;
}

/** Later messages have higher ids. */
function readToken(token: string): string {
  const id = toLongId(token);
  if (id?.startsWith(keyPrefix.message) !== true) throw invalidPageToken(token);
  return id;
}
