import type {
  App,
  Bookmark,
  Bot,
  Conversation,
  ScheduledMessage,
  Star,
  StoredFile,
  Team,
  Token,
  User,
  Usergroup,
} from './model.js';
import type { Reminder } from './reminder.js';
import type { Schedule } from './scheduled.js';
import type { View } from './view.js';

/** Everything that the service remembers of one workspace. Maps are keyed by id and keep the order in which things were made. */
export interface Store {
  team: Team;
  readonly apps: Map<string, App>;
  readonly bots: Map<string, Bot>;
  readonly users: Map<string, User>;
  readonly conversations: Map<string, Conversation>;
  readonly files: Map<string, StoredFile>;
  /** The files whose bytes are awaited, by the secret part of where to send them. */
  readonly uploads: Map<string, StoredFile>;
  readonly usergroups: Map<string, Usergroup>;
  /** By name: the address of a picture, or `alias:` and another name. */
  readonly emoji: Map<string, string>;
  /** By user: until when, in milliseconds since 1970, nothing disturbs them. */
  readonly snoozes: Map<string, number>;
  /** Of everybody, oldest first. */
  readonly stars: Set<Star>;
  readonly bookmarks: Map<string, Bookmark>;
  readonly views: Map<string, View>;
  readonly reminders: Map<string, Reminder>;
  /** Only those whose time has not come. */
  readonly scheduled: Map<string, Schedule & ScheduledMessage>;
  /** By the token itself. */
  readonly tokens: Map<string, Token>;
  /** By name: what was set for the whole team. */
  readonly teamPrefs: Map<string, unknown>;
  /** By user: what they set for themselves, by name. */
  readonly prefs: Map<string, Readonly<Record<string, unknown>>>;
}

export function createStore(team: Team): Store {
  return {
    team,
    apps: new Map(),
    bots: new Map(),
    users: new Map(),
    conversations: new Map(),
    files: new Map(),
    uploads: new Map(),
    usergroups: new Map(),
    emoji: new Map(),
    snoozes: new Map(),
    stars: new Set(),
    bookmarks: new Map(),
    views: new Map(),
    reminders: new Map(),
    scheduled: new Map(),
    tokens: new Map(),
    teamPrefs: new Map(),
    prefs: new Map(),
  };
}
