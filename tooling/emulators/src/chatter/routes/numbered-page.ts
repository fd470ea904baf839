import type { JsonObject } from '../render/json.js';
import { propertiesOf } from '../tables.js';
import { wholeNumber } from '../input/parameters.js';
import { resourceUrl } from '../render/context.js';
import type { Call } from './call.js';

/** Which list is wanted, and how large its pages may be. */
export interface NumberedList<Item> {
  readonly items: readonly Item[];
  /** Path of the list below the version, with ids in the place of `me`. */
  readonly path: string;
  /** Default 25. */
  readonly usualSize?: number;
  /** Default 100. */
  readonly largestSize?: number;
}

/** The properties by which numbered pages lead to each other; spread them into what is rendered. */
export interface PageLinks {
  readonly currentPageToken: string;
  readonly currentPageUrl: string;
  readonly nextPageToken: string | null;
  readonly nextPageUrl: string | null;
  readonly previousPageToken: string | null;
  readonly previousPageUrl: string | null;
}

export interface NumberedPage<Item> {
  readonly items: readonly Item[];
  readonly links: PageLinks;
}

/** Cuts the page that `page` and `pageSize` of the query ask for out of a list. Pages are numbered from 0. */
export function numberedPage<Item>(list: NumberedList<Item>, call: Call): NumberedPage<Item> {
  const { items, path, usualSize = 25, largestSize = 100 } = list;
  const { query } = call;
  const page = wholeNumber(query, 'page', { from: 0, to: 999_999, usual: 0 });
  const size = wholeNumber(query, 'pageSize', { from: 1, to: largestSize, usual: usualSize });
  const urlOf = (number: number): string => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(number));
    return resourceUrl(call.context, `${path}?${parameters}`);
  };
  const hasNext = items.length > (page + 1) * size;
  const hasPrevious = page > 0;
  return {
    items: items.slice(page * size, (page + 1) * size),
    links: {
      currentPageToken: String(page),
      currentPageUrl: resourceUrl(call.context, query.size === 0 ? path : `${path}?${query}`),
      nextPageToken: hasNext ? String(page + 1) : null,
      nextPageUrl: hasNext ? urlOf(page + 1) : null,
      previousPageToken: hasPrevious ? String(page - 1) : null,
      previousPageUrl: hasPrevious ? urlOf(page - 1) : null,
    },
  };
}

/** The links that pages of a body type have, for those that do not have all. */
export function linksOf(type: string, links: PageLinks): JsonObject {
  const known = propertiesOf(type);
  return Object.fromEntries(Object.entries(links).filter(([name]) => Object.hasOwn(known, name)));
}
