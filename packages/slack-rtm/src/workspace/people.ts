import type { Bot, User } from '../types/user.js';
import type { Draft } from './change.js';
import { isId } from './state.js';

/** A user whom an event or an answer shows, unless what is known is newer. `seenAt` is in seconds, for users without a date. */
export function showUser({ state, tell }: Draft, shown: User, seenAt: number = Infinity): void {
  const { id, updated = seenAt } = Object(shown) as Partial<User>;
  if (!isId(id)) return;
  const { users, stubs, outdated, presence } = state;
  const known = users.get(id);
  if (updated < (known?.updated ?? 0)) return;
  const there = presence.get(id) ?? known?.presence;
  users.set(id, there === undefined ? shown : { ...shown, presence: there });
  stubs.delete(id);
  outdated.delete(id);
  if (state.me?.id === id && isId(shown.name)) state.me = { ...state.me, name: shown.name };
  tell({ what: 'user', how: known === undefined ? 'added' : 'changed', id });
}

/** A bot that an event or an answer shows. */
export function showBot({ state, tell }: Draft, shown: Bot): void {
  const { id } = Object(shown) as Partial<Bot>;
  if (!isId(id)) return;
  const known = state.bots.get(id);
  state.bots.set(id, { ...known, ...shown });
  state.stubs.delete(id);
  tell({ what: 'bot', how: known === undefined ? 'added' : 'changed', id });
}

/** Makes a stub of a user of whom nothing is known. */
export function meetUser({ state: { users, stubs }, tell }: Draft, id: unknown): void {
  if (!isId(id) || users.has(id)) return;
  users.set(id, { id, name: '' });
  stubs.add(id);
  tell({ what: 'user', how: 'added', id });
}

/** Makes a stub of a bot of which nothing is known. */
export function meetBot({ state: { bots, stubs }, tell }: Draft, id: unknown): void {
  if (!isId(id) || bots.has(id)) return;
  bots.set(id, { id, name: '' });
  stubs.add(id);
  tell({ what: 'bot', how: 'added', id });
}
