/// <reference lib="esnext.disposable" preserve="true" />
import type { Clock } from '@x/http-core';
import type { SlackError } from '../errors.js';
import type { Conversation } from '../types/conversation.js';
import type { HistoryMessage } from '../types/message.js';
import type { ConversationTypes } from '../types/methods/arguments.js';
import type { Self } from '../types/methods/team.js';
import type { DoNotDisturb } from '../types/people-events.js';
import type { SlackLive } from '../types/slack-live.js';
import type { UserGroup } from '../types/team-events.js';
import type { Bot, Team, User } from '../types/user.js';
import type { WorkspaceChange } from './change.js';
import type { WorkspaceFinds } from './find.js';
import type { WorkspaceProgress } from './loader.js';
import type { WorkspaceLoad } from './load-options.js';
import type { LookupOptions, WorkspaceLookups } from './lookups.js';
import type { RtmStartAnswer } from './seed.js';

/** What {@link createWorkspace} needs of a client, whichever way its events come. */
export type WorkspaceSource = Pick<SlackLive, 'on' | 'web' | 'self' | 'team'> & {
  /** What the connection was answered with. A long one, of `rtm.start`, spares the loading of what it tells. */
  readonly welcome?: RtmStartAnswer | undefined;
};

/** What {@link createWorkspace} can be told. */
export interface WorkspaceOptions {
  /** What `load()` loads. Default: users, the conversations that I am in, and the team. */
  readonly load?: WorkspaceLoad | undefined;
  /** Which kinds of conversations are loaded. Default: all four. */
  readonly types?: ConversationTypes | undefined;
  /** How many messages of each conversation are kept, of those that come. Default 0. */
  readonly history?: number | undefined;
  /** Whether Slack is asked about users, conversations and bots that an event names and nobody knows. Default false. */
  readonly fetchUnknown?: boolean | undefined;
  /** Whether private channels that I have left are forgotten. Default false: they stay, with `is_member: false`. */
  readonly forgetLeft?: boolean | undefined;
  /**
   * As python-slackrealtime had it: a deleted conversation stays among the others, archived and not open, and closing a private
   * channel archives it. Default false.
   */
  readonly parity?: boolean | undefined;
  /** By which typing ends. Default: the system's. */
  readonly clock?: Clock | undefined;
  /** Hears what a listener throws. Default: it is thrown where nobody can catch it, so that it is loud. */
  readonly onListenerError?: ((error: unknown) => void) | undefined;
}

/** What can be listened to. */
export interface WorkspaceEvents {
  /** An event, or an answer to a lookup, has changed something; it is changed already. What `load()` brings is not told piece by piece. */
  change: WorkspaceChange;
  /** Loading goes on. */
  load: WorkspaceProgress;
}

/**
 * A live picture of a workspace: who is there, where they talk, and what happens there. All maps are by id and stay the same for
 * good; a change puts a new object in the place of the old one.
 */
export interface Workspace extends WorkspaceFinds, WorkspaceLookups, Disposable {
  /** Whom the token acts as; known from the first connection on. */
  readonly me: Self | undefined;
  readonly team: Team | undefined;
  /** Users, bots' users among them. */
  readonly users: ReadonlyMap<string, User>;
  readonly bots: ReadonlyMap<string, Bot>;
  /** Conversations of all kinds. */
  readonly conversations: ReadonlyMap<string, Conversation>;
  /** The public ones among them. */
  readonly channels: ReadonlyMap<string, Conversation>;
  /** Private channels. */
  readonly groups: ReadonlyMap<string, Conversation>;
  /** Group messages. */
  readonly mpims: ReadonlyMap<string, Conversation>;
  /** Direct messages. */
  readonly ims: ReadonlyMap<string, Conversation>;
  readonly usergroups: ReadonlyMap<string, UserGroup>;
  /** The workspace's own emoji by their names: the address of a picture, or `alias:` and another name. */
  readonly emoji: ReadonlyMap<string, string>;
  /** `active` or `away`, by user, of those to whose presence the client is subscribed. Each new connection begins it anew. */
  readonly presence: ReadonlyMap<string, string>;
  /** When people do not want to be disturbed. */
  readonly dnd: ReadonlyMap<string, DoNotDisturb>;
  /** My preferences by their names, of those that were told. */
  readonly prefs: ReadonlyMap<string, unknown>;
  /** Ids that an event named and of which nothing else is known; `getUser`, `getConversation` and `getBot` ask. */
  readonly stubs: ReadonlySet<string>;
  /** Ids of which something is known that holds no longer, and `emoji` when these may be others. */
  readonly outdated: ReadonlySet<string>;
  /** What loading did not get, and what Slack said to it: `missing_scope`, for example. Conversations are named by their type. */
  readonly unavailable: ReadonlyMap<string, SlackError>;
  /** Whether something may be missing: before `load`, and after a gap until it is loaded again, which it does by itself. */
  readonly isStale: boolean;
  /** Who is in a conversation, where that is known: `getMembers` asks. */
  readonly members: (conversation: string) => ReadonlySet<string> | undefined;
  /** The last messages of a conversation, oldest first, replies among them; as many as `history` says. After a gap it begins anew. */
  readonly messages: (conversation: string) => readonly HistoryMessage[];
  /** The ids of those who are typing in a conversation at this moment. It holds for five seconds. */
  readonly typing: (conversation: string) => readonly string[];
  /**
   * Loads what the options say, by cursors, once for everybody who asks at the same time; the signal ends this wait only. What
   * happens meanwhile is newer than what is loaded, and stays. Where Slack refuses a part, `missing_scope` for example, that part
   * is left out and stands in `unavailable`. It rejects as calls do when it fails otherwise; what was known stays.
   */
  load(options?: LookupOptions): Promise<void>;
  /** Fills it from the long answer of `rtm.start` that old servers give, in the place of `load()`. What was known is forgotten. */
  seedFrom(answer: RtmStartAnswer): void;
  /** Forgets everything, as before `load()`. */
  clear(): void;
  /** Listens to changes, or to the progress of loading. The function returned, or the signal, ends that. */
  on<Type extends keyof WorkspaceEvents>(
    type: Type,
    listener: (event: WorkspaceEvents[Type]) => unknown,
    options?: { readonly signal?: AbortSignal | undefined },
  ): () => void;
  /** Ends its care for changes, and what is being loaded: that rejects with `closed` / `CLOSED`. A client that is closed does so, too. */
  close(): void;
}
