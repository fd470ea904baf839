import type { Fields } from '@x/http-core';
import { refuse } from './refuse.js';

/** The longest pages of the lists whose limit is documented, by the end of their path. */
const longest: readonly (readonly [RegExp, number])[] = [
  [/\/(feed-elements|comments\/items|likes|chatter-likes\/items)$/, 100],
  [/\/chatter\/(users|groups|streams)$/, 250],
  [/\/(members|followers|following)$/, 1000],
];

/** Refuses a page size that the list at a path certainly does not take. */
export function checkPageSize(path: string, { pageSize }: Fields): void {
  if (pageSize === undefined || pageSize === null) return;
  const [, most = 1000] = longest.find(([end]) => end.test(path)) ?? [];
  const size = Number(pageSize);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    refuse(`pageSize must be a whole number from 1 to ${most} here`);
  }
}
