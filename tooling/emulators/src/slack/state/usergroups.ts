import { renderUsergroup } from '../render/usergroup.js';
import type { Service } from '../service.js';
import { toTeam, toUser } from './audiences.js';
import type { Usergroup } from './model.js';

/** Keeps a new group, or a new state of one, and tells everybody; those who came or went hear of it besides. */
export function putUsergroup(service: Service, group: Usergroup): void {
  const { store, timestamps, publish } = service;
  const former = store.usergroups.get(group.id);
  store.usergroups.set(group.id, group);
  publish(
    toTeam({
      type: former === undefined ? 'subteam_created' : 'subteam_updated',
      subteam: renderUsergroup(store, group, { users: true, count: true }),
      event_ts: timestamps.next(),
    }),
  );
  const formerIds = former?.userIds ?? [];
  const added = group.userIds.filter((id) => !formerIds.includes(id));
  const removed = formerIds.filter((id) => !group.userIds.includes(id));
  if (former !== undefined && added.length + removed.length > 0) {
    publish(
      toTeam({
        type: 'subteam_members_changed',
        subteam_id: group.id,
        team_id: store.team.id,
        date_previous_update: former.updated,
        date_update: group.updated,
        added_users: added,
        added_users_count: added.length,
        removed_users: removed,
        removed_users_count: removed.length,
        event_ts: timestamps.next(),
      }),
    );
  }
  for (const id of added) publish(toUser(id, { type: 'subteam_self_added', subteam_id: group.id }));
  for (const id of removed) publish(toUser(id, { type: 'subteam_self_removed', subteam_id: group.id }));
}
