import type { Self } from '../types/methods/team.js';
import type { OtherFields } from '../types/open.js';
import type { DoNotDisturb } from '../types/people-events.js';
import type { RtmWelcome } from '../types/slack-rtm.js';
import type { UserGroup } from '../types/team-events.js';
import { show } from './amend.js';
import type { Draft } from './change.js';
import { showBot, showUser } from './people.js';
import { showUsergroup } from './usergroup-changes.js';

/** What `rtm.start` answered until 2022, and some servers still do: all that a client shows at first. */
export interface RtmStartAnswer extends Partial<RtmWelcome> {
  readonly self?: Self & { readonly prefs?: OtherFields };
  readonly subteams?: { readonly all?: readonly UserGroup[]; readonly self?: readonly string[] };
  readonly dnd?: DoNotDisturb;
}

/** Whether an answer to a connect is a long one. */
export function isLong(answer: RtmStartAnswer): boolean {
  return Array.isArray(answer.users) && Array.isArray(answer.channels);
}

/** Fills a workspace of which nothing is known from a long answer. */
export function seed(draft: Draft, answer: RtmStartAnswer): void {
  const { state } = draft;
  const { self, team, users, bots, channels, groups, mpims, ims, subteams, dnd } = answer;
  if (self !== undefined) {
    state.me = { id: self.id, name: self.name };
    for (const [name, value] of Object.entries(self.prefs ?? {})) state.prefs.set(name, value);
    if (dnd !== undefined) state.dnd.set(self.id, dnd);
  }
  if (team !== undefined) state.team = team;
  for (const user of users ?? []) {
    showUser(draft, user);
    if (user.presence !== undefined) state.presence.set(user.id, user.presence);
  }
  for (const bot of bots ?? []) showBot(draft, bot);
  for (const channel of channels ?? []) show(draft, channel, {});
  // Who is shown a private channel is in it; the flag came later.
  for (const group of groups ?? []) show(draft, group, { is_private: true, is_member: true });
  for (const group of mpims ?? []) show(draft, group, { is_mpim: true, is_private: true, is_member: true });
  for (const im of ims ?? []) show(draft, im, { is_im: true });
  for (const group of subteams?.all ?? []) showUsergroup(draft, group);
}
