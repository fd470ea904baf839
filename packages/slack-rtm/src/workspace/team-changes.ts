import type { Team } from '../types/user.js';
import type { Changes, Draft } from './change.js';
import { isId } from './state.js';

function amendTeam({ state, tell }: Draft, fields: Partial<Team>): void {
  const { id = '', name = '', domain = '', ...known } = state.team ?? {};
  state.team = { id, name, domain, ...known, ...fields };
  tell({ what: 'team', how: 'changed', id });
}

export const teamChanges: Changes = {
  team_rename: (draft, { name }) => {
    amendTeam(draft, { name });
  },
  team_domain_change: (draft, { url, domain }) => {
    amendTeam(draft, { url, domain });
  },
  email_domain_changed: (draft, { email_domain: domain }) => {
    amendTeam(draft, { email_domain: domain });
  },
  team_plan_change: (draft, { plan, can_add_ura: canAdd, paid_features: features }) => {
    amendTeam(draft, {
      plan,
      ...(canAdd !== undefined && { can_add_ura: canAdd }),
      ...(features !== undefined && { paid_features: features }),
    });
  },
  team_pref_change: (draft, { name, value }) => {
    amendTeam(draft, { prefs: { ...Object(draft.state.team?.['prefs']), [name]: value } });
  },
  emoji_changed: ({ state: { emoji, removedEmoji, outdated }, tell }, event) => {
    const { subtype, name, names = [], value, old_name: old, new_name: renamed } = event;
    const put = (key: string | undefined, to: string | undefined): void => {
      if (!isId(key) || to === undefined) return;
      tell({ what: 'emoji', how: emoji.has(key) ? 'changed' : 'added', id: key });
      emoji.set(key, to);
      removedEmoji.delete(key);
    };
    const drop = (key: string | undefined): void => {
      if (!isId(key)) return;
      removedEmoji.add(key);
      if (emoji.delete(key)) tell({ what: 'emoji', how: 'removed', id: key });
    };
    if (subtype === 'add') put(name, value);
    else if (subtype === 'remove') [names].flat().forEach(drop);
    else if (subtype === 'rename') {
      const was = emoji.get(old ?? '');
      drop(old);
      put(renamed, value ?? was);
    } else outdated.add('emoji');
  },
};
