import { renderUser } from '../render/user.js';
import { announcePresence } from '../rtm/presence.js';
import type { Service } from '../service.js';
import { toTeam, toUser } from './audiences.js';
import type { Presence, User } from './model.js';

/** Puts other facts in the place of a user's and tells everybody. `what` is the narrower of the two events that are sent. */
export function changeUser(
  service: Service,
  user: User,
  changes: Partial<User>,
  what: 'user_profile_changed' | 'user_status_changed',
): User {
  const now = Math.floor(service.clock.now() / 1_000);
  const changed: User = { ...user, ...changes, updated: now };
  service.store.users.set(user.id, changed);
  const frame = {
    user: renderUser(service.store, changed),
    cache_ts: now,
    event_ts: service.timestamps.next(),
  };
  service.publish(toTeam({ type: 'user_change', ...frame }));
  service.publish(toTeam({ type: what, ...frame }));
  return changed;
}

/** Sets whether a person wants to be seen. */
export function setPresence(service: Service, user: User, presence: Presence): void {
  user.presence = presence;
  service.publish(toUser(user.id, { type: 'manual_presence_change', presence }));
  announcePresence(service, user.id);
}
