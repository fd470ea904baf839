import type { Fields } from '@x/http-core';
import { refuse } from './refuse.js';

/** The longest pages of the lists whose limit is documented, by their path. The first that fits counts. */
const longest: readonly (readonly [RegExp, number])[] = [
  [/\/top-unanswered$/, 10],
  [/\/(chatter\/(users|groups|streams)|users\/[^/]+\/groups)$/, 250],
  [/\/(members|followers|following)$/, 1000],
  [/\/(feeds|feed-(element|item)s|comments|mentions|extensions|messages|conversations)(\/|$)/, 100],
  [/\/(topics|knowledgeable-about-topics|managed-topics|files|folders|content-hub)(\/|$)/, 100],
  [/\/groups\/[^/]+\/(records|announcements)$/, 100],
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
