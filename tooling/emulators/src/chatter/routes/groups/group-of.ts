import { noAccess } from '../../errors.js';
import { canFindGroup, canReadGroup, type Group } from '../../state/group.js';
import { manages } from '../../state/permissions.js';
import type { Call } from '../call.js';
import { found } from '../found.js';

/** The group that a path names, if the caller may know of it. */
export function groupOf(call: Call): Group {
  return groupNamed(call, call.id('groupId'));
}

/** The group of an id of 18 characters, if the caller may know of it. */
export function groupNamed(call: Call, id: string): Group {
  const group = found(call.state.groups.get(id));
  return found(canFindGroup(call.state, group, call.user.id) ? group : undefined);
}

/** The group that a path names, if the caller may read what is in it. */
export function openGroupOf(call: Call): Group {
  const group = groupOf(call);
  return found(canReadGroup(call.state, group, call.user.id) ? group : undefined);
}

/** The group that a path names, which the caller must run. */
export function managedGroupOf(call: Call): Group {
  const group = groupOf(call);
  checkManages(call, group.id);
  return group;
}

/** Refuses who does not run a group. */
export function checkManages(call: Call, groupId: string): void {
  if (!manages(call.state, groupId, call.user.id)) throw noAccess();
}
