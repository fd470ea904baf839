import type { Usergroup } from '../state/model.js';
import type { Store } from '../state/store.js';

/** A group that can be mentioned, with its members and their number where that is asked for. */
export function renderUsergroup(
  { team }: Store,
  group: Usergroup,
  show: { readonly users: boolean; readonly count: boolean },
): Readonly<Record<string, unknown>> {
  return {
    id: group.id,
    team_id: team.id,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    description: group.description,
    handle: group.handle,
    is_external: false,
    date_create: group.created,
    date_update: group.updated,
    date_delete: group.disabled?.at ?? 0,
    auto_type: null,
    auto_provision: false,
    enterprise_subteam_id: '',
    created_by: group.creatorId,
    updated_by: group.editorId,
    deleted_by: group.disabled?.userId ?? null,
    prefs: { channels: group.channelIds, groups: [] },
    ...(show.users ? { users: group.userIds } : {}),
    ...(show.count ? { user_count: group.userIds.length, channel_count: group.channelIds.length } : {}),
  };
}
