import { renderUser } from '../render/user.js';
import { announcePresence, presenceOf } from '../rtm/presence.js';
import type { Service } from '../service.js';
import { toTeam, toUser } from './audiences.js';
import type { Presence, User } from './model.js';

/** Puts other facts in the place of a user's and tells everybody. `given` names what was asked to change. */
export function changeUser(
  service: Service,
  user: User,
  changes: Partial<User>,
  given: readonly string[],
): User {
  const now = Math.floor(service.clock.now() / 1_000);
  const changed: User = { ...user, ...changes, updated: now };
  service.store.users.set(user.id, changed);
  const frame = {
    user: renderUser(service.store, changed),
    cache_ts: now,
    event_ts: service.timestamps.next(),
  };
  for (const type of eventsFor(given)) service.publish(toTeam({ type, ...frame }));
  return changed;
}

/** Of fields that the team has added to profiles, only the narrower event tells. */
function eventsFor(given: readonly string[]): readonly string[] {
  if (given.length > 0 && given.every((name) => name === 'fields')) return ['user_profile_changed'];
  const isStatus = given.some((name) => name.startsWith('status_'));
  return ['user_change', isStatus ? 'user_status_changed' : 'user_profile_changed'];
}

/** Sets whether somebody wants to be seen. Others hear of it if they see a difference. */
export function setPresence(service: Service, user: User, presence: Presence): void {
  const before = presenceOf(service, user.id);
  user.presence = presence;
  if (presence === 'active') service.hub.idle.delete(user.id);
  service.publish(toUser(user.id, { type: 'manual_presence_change', presence }));
  if (presenceOf(service, user.id) !== before) announcePresence(service, user.id);
}
