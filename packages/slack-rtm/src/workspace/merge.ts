import type { Conversation } from '../types/conversation.js';
import type { User } from '../types/user.js';
import type { Loaded } from './gather.js';
import { kindOf } from './conversation-kind.js';
import { placeConversation, removeConversation, takeMembers, type WorkspaceState } from './state.js';

/** What was known when loading began, to tell what events have changed since. */
export type Snapshot = Pick<
  WorkspaceState,
  'team' | 'users' | 'conversations' | 'deleted' | 'usergroups' | 'emoji' | 'removedEmoji' | 'dnd'
>;

export function snapshotOf(state: WorkspaceState): Snapshot {
  return {
    team: state.team,
    users: new Map(state.users),
    conversations: new Map(state.conversations),
    deleted: new Map(state.deleted),
    usergroups: new Map(state.usergroups),
    emoji: new Map(state.emoji),
    removedEmoji: new Set(state.removedEmoji),
    dnd: new Map(state.dnd),
  };
}

/** The names that Slack has for the kinds. */
const typeOf = { channels: 'public_channel', groups: 'private_channel', mpims: 'mpim', ims: 'im' } as const;

/** Puts what was loaded in the place of what was known. What events told meanwhile is newer, and stays. */
export function mergeLoaded(state: WorkspaceState, loaded: Loaded, before: Snapshot): void {
  const { me, team, users = [], mine = [], mineTypes, everyChannel = [], usergroups, emoji, dnd } = loaded;
  state.me ??= me;
  if (team !== undefined) state.team = { ...state.team, ...team, ...changedIn(before.team, state.team) };
  for (const user of users) mergeUser(state, user, before.users.get(user.id));
  const listed = new Set<string>();
  const everyListed = loaded.everyChannel !== undefined;
  for (const item of everyChannel) {
    listed.add(item.id);
    mergeConversation(state, item, before);
  }
  for (const item of mine) {
    listed.add(item.id);
    // This list does not say what it is a list of.
    mergeConversation(state, item.is_im === true ? item : { ...item, is_member: true }, before);
  }
  for (const item of before.conversations.values()) {
    if (everyListed && kindOf(item) === 'channels' && !listed.has(item.id)) loseChannel(state, item);
    const wasMine = item.is_member === true && item.is_archived !== true;
    if (!wasMine || listed.has(item.id) || !mineTypes.includes(typeOf[kindOf(item)])) continue;
    if (state.conversations.get(item.id) === item) placeConversation(state, { ...item, is_member: false });
  }
  if (usergroups !== undefined) {
    replace(state.usergroups, new Map(usergroups.map((group) => [group.id, group])), before.usergroups);
    for (const { id } of usergroups) state.outdated.delete(id);
  }
  if (emoji !== undefined) {
    const names = Object.entries(emoji).filter(
      ([name]) => before.removedEmoji.has(name) || !state.removedEmoji.has(name),
    );
    replace(state.emoji, new Map(names), before.emoji);
    state.outdated.delete('emoji');
  }
  if (dnd !== undefined) replace(state.dnd, new Map(Object.entries(dnd)), before.dnd);
}

/** A public channel that is not in the list of all was deleted while nobody looked. */
function loseChannel(state: WorkspaceState, known: Conversation): void {
  if (state.conversations.get(known.id) !== known) return;
  removeConversation(state, known.id);
  state.deleted.set(known.id, { ...known, is_archived: true, is_open: false });
}

function mergeUser(state: WorkspaceState, user: User, was: User | undefined): void {
  const { users, stubs, outdated, presence } = state;
  const now = users.get(user.id);
  const isTold = now !== was && !stubs.has(user.id);
  if (now !== undefined && (user.updated ?? 0) < (now.updated ?? 0)) return;
  if (now !== undefined && isTold && (user.updated ?? 0) <= (now.updated ?? Infinity)) return;
  const there = presence.get(user.id) ?? now?.presence;
  users.set(user.id, there === undefined ? user : { ...user, presence: there });
  stubs.delete(user.id);
  outdated.delete(user.id);
}

/** A conversation that an answer shows; what events have changed since it was asked for stays. */
export function mergeConversation(
  state: WorkspaceState,
  item: Conversation,
  before: Pick<Snapshot, 'conversations' | 'deleted'>,
): void {
  const { id } = item;
  if (state.deleted.has(id) && !before.deleted.has(id)) return;
  const now = state.conversations.get(id);
  const changed = changedIn(before.conversations.get(id), now);
  placeConversation(state, { ...now, ...takeMembers(state, item), ...changed, id });
  state.stubs.delete(id);
}

/** The fields in which something is another than it was. */
function changedIn<Item extends object>(was: Item | undefined, now: Item | undefined): Partial<Item> {
  if (now === undefined || now === was) return {};
  const old: Readonly<Record<string, unknown>> = Object(was);
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => old[name] !== value),
  ) as Partial<Item>;
}

/** Fills a map anew, but for what has come, gone or changed since. */
function replace<Item>(
  map: Map<string, Item>,
  fresh: ReadonlyMap<string, Item>,
  before: ReadonlyMap<string, Item>,
): void {
  const now = new Map(map);
  map.clear();
  for (const [key, value] of fresh) if (now.has(key) || !before.has(key)) map.set(key, value);
  for (const [key, value] of now) if (before.get(key) !== value) map.set(key, value);
}
