import { invalidId, notFound } from '../errors.js';
import { keyPrefix, toLongId } from '../ids.js';
import type { User } from '../state/model.js';
import { canFindGroup } from '../state/group.js';
import type { ChatterState } from '../state/state.js';

/** What in Chatter is no subject of a feed, although it has ids. */
const withoutFeed: ReadonlySet<string> = new Set<string>([
  keyPrefix.feedElement,
  keyPrefix.comment,
  keyPrefix.like,
  keyPrefix.subscription,
]);

/** The id of a user, group or record that has a feed; `me` is the caller. */
export function readSubject(
  id: string,
  { user, state }: { readonly user: User; readonly state: ChatterState },
): string {
  const longId = id === 'me' ? user.id : toLongId(id);
  if (longId === undefined || withoutFeed.has(longId.slice(0, 3))) throw invalidId(id);
  const group = state.groups.get(longId);
  const isGroup = group !== undefined && canFindGroup(state, group, user.id);
  if (!isGroup && !state.users.has(longId) && !state.records.has(longId)) throw notFound();
  return longId;
}
