import type { RefuseOption } from '@x/http-core';
import { checkLength, checkRange } from './values.js';

/** From where on a list of v2 is read, and in what portions. */
export interface PageRange {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly pageSize?: number | undefined;
}

/** Refuses cursors that are none, or two of them, and a size that no page has. */
export function checkPage(refuse: RefuseOption, { after, before, pageSize }: PageRange): void {
  if (after !== undefined && before !== undefined) {
    refuse('after and before', 'one of both: a list is read in one direction');
  }
  checkLength(refuse, 'after', after, 24, 24);
  checkLength(refuse, 'before', before, 24, 24);
  checkRange(refuse, 'pageSize', pageSize, 1, 100);
}
