import type { UserGroup } from '../types/team-events.js';
import type { Changes, Draft } from './change.js';
import { isId } from './state.js';

/** A user group that an event or an answer shows. Not all of them tell who is in it. */
export function showUsergroup(
  { state: { usergroups, stubs, outdated }, tell }: Draft,
  shown: UserGroup,
): void {
  const { id } = Object(shown) as UserGroup;
  if (!isId(id)) return;
  const known = usergroups.get(id);
  usergroups.set(id, { ...known, ...shown });
  stubs.delete(id);
  outdated.delete(id);
  tell({ what: 'usergroup', how: known === undefined ? 'added' : 'changed', id });
}

/** What is known of it is no longer all. */
function outdate({ state, tell }: Draft, id: string): void {
  if (!state.usergroups.has(id)) {
    state.usergroups.set(id, { id });
    state.stubs.add(id);
    tell({ what: 'usergroup', how: 'added', id });
  }
  state.outdated.add(id);
}

/** I came into a group, or went. */
function changeMe(draft: Draft, id: string, isIn: boolean): void {
  const { state, tell } = draft;
  const { me } = state;
  const known = state.usergroups.get(id);
  if (!isId(id) || me === undefined) return;
  if (known?.users === undefined) {
    outdate(draft, id);
    return;
  }
  if (known.users.includes(me.id) === isIn) return;
  const others = known.users.filter((each) => each !== me.id);
  state.usergroups.set(id, { ...known, users: isIn ? [...others, me.id] : others });
  tell({ what: 'usergroup', how: 'changed', id });
}

export const usergroupChanges: Changes = {
  subteam_created: (draft, { subteam }) => {
    showUsergroup(draft, subteam);
  },
  subteam_updated: (draft, { subteam }) => {
    showUsergroup(draft, subteam);
  },
  subteam_members_changed: (draft, event) => {
    const { subteam_id: id, added_users: added = [], removed_users: removed = [], date_update: date } = event;
    if (!isId(id)) return;
    const { state, tell } = draft;
    const known = state.usergroups.get(id);
    // A difference counts only from what it was taken from.
    if (known?.users === undefined || known.date_update !== event.date_previous_update) {
      outdate(draft, id);
      return;
    }
    const users = new Set(known.users);
    for (const user of [added].flat()) if (isId(user)) users.add(user);
    for (const user of [removed].flat()) users.delete(user);
    const counted = known.user_count !== undefined && { user_count: users.size };
    state.usergroups.set(id, {
      ...known,
      users: [...users],
      ...counted,
      ...(date !== undefined && { date_update: date }),
    });
    tell({ what: 'usergroup', how: 'changed', id });
  },
  subteam_self_added: (draft, { subteam_id: id }) => {
    changeMe(draft, id, true);
  },
  subteam_self_removed: (draft, { subteam_id: id }) => {
    changeMe(draft, id, false);
  },
};
