import type { Service } from '../service.js';
import { createMessageLog } from '../state/message-log.js';
import type { Conversation, StoredFile } from '../state/model.js';
import { schedule } from '../state/scheduled.js';
import type { Store } from '../state/store.js';

/** What the workspace was like at one time. Nothing that happens later changes it. */
export type StoredState = Readonly<Store>;

/** Copies everything that the service remembers. */
export function copyState(store: StoredState): StoredState {
  const files = copied(store.files, copyFile);
  const uploads = new Map<string, StoredFile>();
  for (const [ticket, file] of store.uploads) uploads.set(ticket, files.get(file.id) ?? copyFile(file));
  return {
    team: store.team,
    apps: new Map(store.apps),
    bots: new Map(store.bots),
    users: copied(store.users, (user) => ({ ...user })),
    conversations: copied(store.conversations, copyConversation),
    files,
    uploads,
    usergroups: new Map(store.usergroups),
    emoji: new Map(store.emoji),
    snoozes: new Map(store.snoozes),
    stars: new Set(store.stars),
    bookmarks: new Map(store.bookmarks),
    views: new Map(store.views),
    reminders: new Map(store.reminders),
    scheduled: new Map(store.scheduled),
    tokens: copied(store.tokens, (token) => ({ ...token })),
    teamPrefs: new Map(store.teamPrefs),
    prefs: new Map(store.prefs),
  };
}

/** Puts an earlier state in the place of the present one. Nobody is told; connections whose tokens are no longer good end. */
export function putBack(service: Service, state: StoredState): void {
  const { store, hub, links } = service;
  for (const { cancel } of store.scheduled.values()) cancel();
  const { scheduled, stars, team, ...maps } = copyState(state);
  store.team = team;
  refill(store.apps, maps.apps);
  refill(store.bots, maps.bots);
  refill(store.users, maps.users);
  refill(store.conversations, maps.conversations);
  refill(store.files, maps.files);
  refill(store.uploads, maps.uploads);
  refill(store.usergroups, maps.usergroups);
  refill(store.emoji, maps.emoji);
  refill(store.snoozes, maps.snoozes);
  refill(store.bookmarks, maps.bookmarks);
  refill(store.views, maps.views);
  refill(store.reminders, maps.reminders);
  refill(store.tokens, maps.tokens);
  refill(store.teamPrefs, maps.teamPrefs);
  refill(store.prefs, maps.prefs);
  store.stars.clear();
  for (const star of stars) store.stars.add(star);
  store.scheduled.clear();
  for (const entry of scheduled.values()) schedule(service, entry);
  for (const socket of [...hub.connections, ...links.links]) {
    if (store.tokens.get(socket.session.token)?.revoked !== false) socket.close();
  }
}

function copyConversation(conversation: Conversation): Conversation {
  const messages = createMessageLog();
  for (const message of conversation.messages.all) messages.add(message);
  return {
    ...conversation,
    messages,
    members: new Set(conversation.members),
    pins: new Map(conversation.pins),
    lastRead: new Map(conversation.lastRead),
    openFor: new Set(conversation.openFor),
  };
}

function copyFile(file: StoredFile): StoredFile {
  return { ...file, shares: copied(file.shares, (stamps) => [...stamps]) };
}

function copied<Value>(map: ReadonlyMap<string, Value>, copy: (value: Value) => Value): Map<string, Value> {
  const copies = new Map<string, Value>();
  for (const [key, value] of map) copies.set(key, copy(value));
  return copies;
}

function refill<Value>(map: Map<string, Value>, values: ReadonlyMap<string, Value>): void {
  map.clear();
  for (const [key, value] of values) map.set(key, value);
}
