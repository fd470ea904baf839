import type { Draft } from './change.js';
import { amend } from './amend.js';
import { meetUser } from './people.js';
import { isId } from './state.js';

/**
 * Somebody came (1) or went (-1). Slack tells of it twice, by an event and by a message; where the members are known the second
 * changes nothing, and where they are not, `counts` says which of the two is counted.
 */
export function changeMembers(
  draft: Draft,
  channel: unknown,
  user: unknown,
  by: 1 | -1,
  counts: boolean,
): void {
  if (!isId(channel) || !isId(user)) return;
  const { state, tell } = draft;
  meetUser(draft, user);
  amend(draft, channel, {});
  const known = state.conversations.get(channel);
  if (known === undefined) return;
  const isMe = user === state.me?.id;
  const members = state.members.get(channel);
  const isNews =
    members === undefined ? counts && !(isMe && known.is_member === by > 0) : members.has(user) !== by > 0;
  state.memberChanges.get(channel)?.set(user, by > 0);
  if (isNews && members !== undefined) {
    const changed = new Set(members);
    if (by > 0) changed.add(user);
    else changed.delete(user);
    state.members.set(channel, changed);
  }
  if (isNews) tell({ what: 'members', how: by > 0 ? 'added' : 'removed', id: channel, user });
  const { num_members: count, is_private: isPrivate = channel.startsWith('G'), is_mpim: isMpim } = known;
  const isEmpty = by < 0 && state.members.get(channel)?.size === 0;
  amend(draft, channel, {
    ...(isMe && { is_member: by > 0 }),
    ...(isNews && count !== undefined && { num_members: Math.max(0, count + by) }),
    // A private channel ends with its last member.
    ...(isEmpty && isPrivate && isMpim !== true && { is_archived: true }),
  });
}
