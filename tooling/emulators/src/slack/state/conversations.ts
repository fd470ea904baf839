import { SlackError } from '../errors.js';
import type { Service } from '../service.js';
import { createMessageLog } from './message-log.js';
import type { Conversation, ConversationKind, Note, User } from './model.js';
import type { Store } from './store.js';

const noNote: Note = { value: '', creatorId: '', lastSet: 0 };

export interface NewConversation {
  readonly kind: ConversationKind;
  readonly name: string;
  readonly creatorId: string;
  readonly memberIds: readonly string[];
  readonly topic?: string;
  readonly purpose?: string;
  readonly isGeneral?: boolean;
}

export function addConversation(
  service: Pick<Service, 'clock' | 'ids' | 'store'>,
  made: NewConversation,
): Conversation {
  const now = service.clock.now();
  const created = Math.floor(now / 1_000);
  const note = (value: string | undefined): Note =>
    value === undefined ? noNote : { value, creatorId: made.creatorId, lastSet: created };
  const conversation: Conversation = {
    id: service.ids.object(made.kind === 'im' ? 'D' : 'C'),
    kind: made.kind,
    name: made.name,
    previousNames: [],
    creatorId: made.creatorId,
    created,
    isGeneral: made.isGeneral ?? false,
    topic: note(made.topic),
    purpose: note(made.purpose),
    members: new Set(made.memberIds),
    messages: createMessageLog(),
    pins: new Map(),
    lastRead: new Map(),
    openFor: new Set(),
    isArchived: false,
    updated: now,
  };
  service.store.conversations.set(conversation.id, conversation);
  return conversation;
}

/** Public channels are there for everybody in the team, all else for its members alone. */
export function isVisible(conversation: Conversation, userId: string): boolean {
  return conversation.kind === 'channel' || conversation.members.has(userId);
}

/** The conversation with this id, unless this user must not know of it. */
export function requireConversation(store: Store, id: string, userId: string): Conversation {
  const conversation = store.conversations.get(id);
  if (conversation === undefined || !isVisible(conversation, userId)) {
    throw new SlackError('channel_not_found');
  }
  return conversation;
}

/** Refuses what only members may do. */
export function requireMembership(conversation: Conversation, userId: string): void {
  if (!conversation.members.has(userId)) throw new SlackError('not_in_channel');
}

/** The other side of an IM; for an IM with oneself, oneself. */
export function partnerOf(conversation: Conversation, userId: string): string {
  for (const member of conversation.members) if (member !== userId) return member;
  return userId;
}

/** The IM or group message that has exactly these members. */
export function findDirect(store: Store, memberIds: ReadonlySet<string>): Conversation | undefined {
  for (const conversation of store.conversations.values()) {
    const { kind, members } = conversation;
    if (kind !== 'im' && kind !== 'mpim') continue;
    if (members.size === memberIds.size && [...members].every((id) => memberIds.has(id))) {
      return conversation;
    }
  }
  return undefined;
}

/** Makes the IM, or beyond two members the group message, of these users. The first one is who asked for it. */
export function addDirect(service: Service, users: readonly User[]): Conversation {
  const memberIds = users.map((user) => user.id);
  const isGroup = users.length > 2;
  return addConversation(service, {
    kind: isGroup ? 'mpim' : 'im',
    name: isGroup ? `mpdm-${users.map((user) => user.name).join('--')}-1` : '',
    creatorId: memberIds[0] ?? '',
    memberIds,
    ...(isGroup
      ? { purpose: `Group messaging with: ${users.map((user) => `@${user.name}`).join(' ')}` }
      : {}),
  });
}
