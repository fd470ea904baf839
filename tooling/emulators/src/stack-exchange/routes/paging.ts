import { type Paged, pageOf } from '../pages/pager.js';
import type { Call } from './call.js';
import { numberIn } from './route.js';

const largestPage = 100;

/** The page of a list that a query asks for with `page` and `pageSize`, which some pages write `pagesize`. */
export function pageIn<Item>({ query }: Call, items: readonly Item[], usualSize: number): Paged<Item> {
  const size = numberIn(query, 'pageSize') ?? numberIn(query, 'pagesize') ?? usualSize;
  const page = numberIn(query, 'page') ?? 1;
  return pageOf(items, Math.max(1, page), Math.min(Math.max(1, size), largestPage));
}

/** One of the values that a field of the query may have; the first of them when it has none of these. */
export function choiceIn<Choice extends string>(
  { query }: Call,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const wanted = query.get(name);
  return choices.find((choice) => choice === wanted) ?? choices[0];
}
