import type { Changes, Draft } from './change.js';
import { meetUser } from './people.js';
import { isId, type WorkspaceState } from './state.js';

/** How long somebody is taken to be typing who does not say so again, in milliseconds. */
const lastsMs = 5000;

const keyOf = (channel: string, user: string): string => `${channel} ${user}`;

/** Who is typing in a conversation at some moment. */
export function typingIn({ typing }: WorkspaceState, channel: string, now: number): string[] {
  return [...typing.values()]
    .filter((each) => each.channel === channel && each.until > now)
    .map(({ user }) => user);
}

/** Who has said something types no longer. */
export function endTyping({ state, tell }: Draft, channel: string, user: string | undefined): void {
  if (user === undefined || !state.typing.delete(keyOf(channel, user))) return;
  tell({ what: 'typing', how: 'removed', id: channel, user });
}

export const typingChanges: Changes = {
  user_typing: (draft, { channel, user }) => {
    if (!isId(channel) || !isId(user)) return;
    const { state, now, tell } = draft;
    meetUser(draft, user);
    // No timer ends it: who looks is shown what still holds, and what does not goes with the next.
    for (const [key, { until }] of state.typing) if (until <= now) state.typing.delete(key);
    const isNew = !state.typing.has(keyOf(channel, user));
    state.typing.set(keyOf(channel, user), { channel, user, until: now + lastsMs });
    if (isNew) tell({ what: 'typing', how: 'added', id: channel, user });
  },
};
