import type { Conversation } from '../types/conversation.js';
import type { HistoryMessage } from '../types/message.js';
import type { Self } from '../types/methods/team.js';
import type { DoNotDisturb } from '../types/people-events.js';
import type { UserGroup } from '../types/team-events.js';
import type { Bot, Team, User } from '../types/user.js';
import { kindOf, type ConversationKind } from './conversation-kind.js';

/** What a workspace knows. The maps stay the same; what is in them is never changed, only put in the place of. */
export interface WorkspaceState {
  me: Self | undefined;
  team: Team | undefined;
  readonly users: Map<string, User>;
  readonly bots: Map<string, Bot>;
  readonly conversations: Map<string, Conversation>;
  /** The same conversations, each in the map of its kind. */
  readonly views: Readonly<Record<ConversationKind, Map<string, Conversation>>>;
  /** What is left of conversations that were deleted. */
  readonly deleted: Map<string, Conversation>;
  /** Who is in a conversation, of those of which it is known. */
  readonly members: Map<string, ReadonlySet<string>>;
  /** Who came (`true`) and went (`false`) since the members of a conversation were asked for. */
  readonly memberChanges: Map<string, Map<string, boolean>>;
  /** The last messages of conversations, oldest first. */
  readonly messages: Map<string, readonly HistoryMessage[]>;
  readonly usergroups: Map<string, UserGroup>;
  readonly emoji: Map<string, string>;
  /** The names of emoji that were taken away. */
  readonly removedEmoji: Set<string>;
  readonly presence: Map<string, string>;
  readonly dnd: Map<string, DoNotDisturb>;
  readonly prefs: Map<string, unknown>;
  /** Who types where, and until when that holds. */
  readonly typing: Map<string, { readonly channel: string; readonly user: string; readonly until: number }>;
  /** The ids of which nothing is known but that they are there. */
  readonly stubs: Set<string>;
  /** The ids of which something is known that holds no longer. */
  readonly outdated: Set<string>;
}

export function createState(): WorkspaceState {
  return {
    me: undefined,
    team: undefined,
    users: new Map(),
    bots: new Map(),
    conversations: new Map(),
    views: { channels: new Map(), groups: new Map(), mpims: new Map(), ims: new Map() },
    deleted: new Map(),
    members: new Map(),
    memberChanges: new Map(),
    messages: new Map(),
    usergroups: new Map(),
    emoji: new Map(),
    removedEmoji: new Set(),
    presence: new Map(),
    dnd: new Map(),
    prefs: new Map(),
    typing: new Map(),
    stubs: new Set(),
    outdated: new Set(),
  };
}

/** Forgets everything. */
export function clearState(state: WorkspaceState): void {
  state.me = undefined;
  state.team = undefined;
  for (const part of [...Object.values(state), ...Object.values(state.views)]) {
    if (part instanceof Map || part instanceof Set) part.clear();
  }
}

/** Puts a conversation in its place, and into the view that it belongs to. */
export function placeConversation(
  { conversations, views, deleted }: WorkspaceState,
  item: Conversation,
): void {
  const known = conversations.get(item.id);
  const kind = kindOf(item);
  if (known !== undefined && kindOf(known) !== kind) views[kindOf(known)].delete(item.id);
  conversations.set(item.id, item);
  views[kind].set(item.id, item);
  deleted.delete(item.id);
}

/** Takes a conversation away, with everything that is about it. */
export function removeConversation(state: WorkspaceState, id: string): Conversation | undefined {
  const known = state.conversations.get(id);
  if (known === undefined) return undefined;
  state.conversations.delete(id);
  state.views[kindOf(known)].delete(id);
  state.members.delete(id);
  state.messages.delete(id);
  state.stubs.delete(id);
  return known;
}

/** Takes the list of members out of a conversation that has one, since it would not be kept there. */
export function takeMembers({ members: known }: WorkspaceState, shown: Conversation): Conversation {
  const { members, ...item } = shown;
  if (Array.isArray(members)) known.set(item.id, new Set(members.filter(isId)));
  return { ...item, id: item.id };
}

/** What every id is, whatever else an event holds in its place. */
export function isId(id: unknown): id is string {
  return typeof id === 'string' && id !== '';
}
