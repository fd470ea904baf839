import { invalidId } from '../../errors.js';
import { keyPrefix, toLongId } from '../../ids.js';
import { canReadGroup } from '../../state/group.js';
import type { Call } from '../call.js';
import { commentNamed, found, postNamed } from '../found.js';

/** The user, group or record on whose feed a message will be: of a post or a comment that is answered, the one where that is. */
export function placeOf(call: Call, given: string): string {
  const id = given === 'me' ? call.user.id : toLongId(given);
  if (id === undefined) throw invalidId(given);
  if (id.startsWith(keyPrefix.feedElement)) return postNamed(call, id).parentId;
  if (id.startsWith(keyPrefix.comment)) return postNamed(call, commentNamed(call, id).postId).parentId;
  const { state } = call;
  const group = state.groups.get(id);
  if (group !== undefined) return found(canReadGroup(state, group, call.user.id) ? id : undefined);
  return found(state.users.has(id) || state.records.has(id) ? id : undefined);
}

/** Whether a user or a group that is mentioned there may see the message. */
export function canBeToldAt({ state }: Call, placeId: string, id: string): boolean {
  const group = state.groups.get(placeId);
  return group === undefined || id === placeId || canReadGroup(state, group, id);
}
