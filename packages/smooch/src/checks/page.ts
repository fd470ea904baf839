import { refuseArgument } from '../errors.js';
import { checkLength, checkRange } from './length.js';

/** From where on a list of v2 is read, and in what portions. */
export interface PageRange {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly pageSize?: number | undefined;
}

/** Refuses cursors that are none, or two of them, and a size that no page has. */
export function checkPage({ after, before, pageSize }: PageRange): void {
  if (after !== undefined && before !== undefined) {
    refuseArgument('after and before', 'one of both: a list is read in one direction');
  }
  checkLength('after', after, 24, 24);
  checkLength('before', before, 24, 24);
  checkRange('pageSize', pageSize, 1, 100);
}
