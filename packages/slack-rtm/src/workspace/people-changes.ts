import type { SlackEventMap } from '../types/event-map.js';
import type { Changes, Draft } from './change.js';
import { showBot, showUser } from './people.js';
import { isId } from './state.js';

function showChanged(
  draft: Draft,
  { user, cache_ts: seenAt }: Pick<SlackEventMap['user_change'], 'user' | 'cache_ts'>,
): void {
  showUser(draft, user, seenAt);
}

function setPresence({ state, tell }: Draft, ids: readonly (string | undefined)[], presence: string): void {
  for (const id of ids) {
    if (!isId(id) || state.presence.get(id) === presence) continue;
    const user = state.users.get(id);
    if (user !== undefined) state.users.set(id, { ...user, presence });
    tell({ what: 'presence', how: state.presence.has(id) ? 'changed' : 'added', id });
    state.presence.set(id, presence);
  }
}

function disturb(
  { state, tell }: Draft,
  { user, dnd_status: told }: Pick<SlackEventMap['dnd_updated'], 'user' | 'dnd_status'>,
): void {
  if (!isId(user) || told === undefined) return;
  const known = state.dnd.get(user);
  // What is told of others lacks what only they see.
  state.dnd.set(user, { ...known, ...told });
  tell({ what: 'dnd', how: known === undefined ? 'added' : 'changed', id: user });
}

export const peopleChanges: Changes = {
  user_change: showChanged,
  user_profile_changed: showChanged,
  user_status_changed: showChanged,
  user_huddle_changed: showChanged,
  team_join: showChanged,
  user_invalidated: ({ state, tell }, { user }) => {
    if (!state.users.has(user?.id) || state.outdated.has(user.id)) return;
    state.outdated.add(user.id);
    tell({ what: 'user', how: 'changed', id: user.id });
  },
  bot_added: (draft, { bot }) => {
    showBot(draft, bot);
  },
  bot_changed: (draft, { bot }) => {
    showBot(draft, bot);
  },
  presence_change: (draft, { user, users = [], presence }) => {
    setPresence(draft, [user, users].flat(), presence);
  },
  manual_presence_change: (draft, { presence }) => {
    setPresence(draft, [draft.state.me?.id], presence);
  },
  dnd_updated: disturb,
  dnd_updated_user: disturb,
  pref_change: ({ state, tell }, { name, value }) => {
    if (!isId(name)) return;
    tell({ what: 'pref', how: state.prefs.has(name) ? 'changed' : 'added', id: name });
    state.prefs.set(name, value);
  },
};
