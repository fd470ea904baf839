import { illegalValue } from '../../errors.js';
import type { Post } from '../../state/post.js';

/** `2:1600436144000` */
export function readUpdatesToken(token: string | null): number | undefined {
  if (token === null) return undefined;
  const time = /^2:(\d{1,15})$/.exec(token)?.[1];
  if (time === undefined) throw illegalValue('updatedSince', token);
  return Number(time);
}

/**
 * The newest change that a later question need not bring again. Changes of the current second are not counted, so that
 * a question which follows the token loses nothing; it may bring an element twice, which the guide warns of.
 */
export function newestChange(posts: readonly Post[], thisSecond: number, since: number | undefined): number {
  const changes = posts.map((post) => post.modifiedAt).filter((time) => time < thisSecond);
  return Math.max(since ?? 0, ...changes) || thisSecond - 1_000;
}
