import { conversationFull, notFound } from '../errors.js';
import { findAttachment } from '../media/addresses.js';
import type { Service } from '../service.js';
import type { CreationReason } from '../webhooks/events.js';
import { apiSource, primaryClient } from './clients.js';
import { firstResponder } from './switchboards.js';
import type {
  App,
  Client,
  Conversation,
  ConversationType,
  Message,
  Metadata,
  Participant,
  Source,
  User,
} from './model/index.js';
import type { Store } from './store.js';

const messageLimit = 30_000;

/** The conversation that v1 and v1.1 know of a user. */
export function defaultConversation(store: Store, user: User): Conversation | undefined {
  for (const conversation of store.conversations.values()) {
    if (conversation.isDefault && participates(conversation, user.id)) return conversation;
  }
  return undefined;
}

/** All conversations that a user takes part in, in the order in which they began. */
export function conversationsOf(store: Store, userId: string): Conversation[] {
  return [...store.conversations.values()].filter((conversation) => participates(conversation, userId));
}

export function requireConversation(store: Store, user: User): Conversation {
  const conversation = defaultConversation(store, user);
  if (conversation === undefined) throw notFound('Conversation');
  return conversation;
}

export function participates(conversation: Conversation, userId: string): boolean {
  return conversation.participants.some((participant) => participant.userId === userId);
}

export function participantOf(conversation: Conversation, userId: string): Participant {
  const found = conversation.participants.find((participant) => participant.userId === userId);
  if (found === undefined) throw new Error('The user takes no part in this conversation.');
  return found;
}

/** The one user of a personal conversation; nobody in a group. */
export function ownerOf(store: Store, conversation: Conversation): User | undefined {
  if (conversation.type !== 'personal') return undefined;
  return store.users.get(conversation.participants[0]?.userId ?? '');
}

export interface NewConversation {
  readonly type: ConversationType;
  readonly participants: readonly { readonly user: User; readonly subscribeSDKClient: boolean }[];
  readonly displayName?: string | undefined;
  readonly description?: string | undefined;
  readonly iconUrl?: string | undefined;
  readonly metadata?: Metadata | undefined;
  readonly reason: CreationReason;
  readonly source?: Source;
  /** The channel on which it begins. */
  readonly client?: Client | undefined;
}

/** Begins a conversation and tells the webhooks. The first personal one of a user is the default one. */
export function startConversation(service: Service, app: App, input: NewConversation): Conversation {
  const { store, ids, clock } = service;
  const now = clock.now();
  const [first] = input.participants;
  const owner = input.type === 'personal' ? first?.user : undefined;
  const conversation: Conversation = {
    id: ids.object(),
    appId: app.id,
    type: input.type,
    createdAt: now,
    lastUpdatedAt: now,
    isDefault: owner !== undefined && defaultConversation(store, owner) === undefined,
    brandId: owner?.brandId,
    displayName: input.displayName,
    description: input.description,
    iconUrl: input.iconUrl,
    metadata: input.metadata,
    participants: input.participants.map((participant) => newParticipant(service, participant)),
    businessLastRead: undefined,
    activeSwitchboardIntegrationId: firstResponder(store, app.id, input.client?.integrationId),
    pendingSwitchboardIntegrationId: undefined,
    revision: 0,
    messages: [],
    recentNotifications: [],
  };
  store.conversations.set(conversation.id, conversation);
  const client = input.client ?? (owner === undefined ? undefined : primaryClient(owner));
  const { reason, source = apiSource } = input;
  service.publish({ kind: 'conversation:create', app, conversation, user: owner, client, reason, source });
  return conversation;
}

export function newParticipant(
  service: Pick<Service, 'ids'>,
  { user, subscribeSDKClient }: NewConversation['participants'][number],
): Participant {
  return {
    id: service.ids.object(),
    userId: user.id,
    subscribeSDKClient,
    unreadCount: 0,
    lastRead: undefined,
  };
}

/** Adds a message to a conversation. */
export function appendMessage(
  service: Pick<Service, 'ids' | 'clock'>,
  conversation: Conversation,
  draft: Omit<Message, 'id' | 'received'>,
): Message {
  if (conversation.messages.length >= messageLimit) throw conversationFull(messageLimit);
  const message: Message = { ...draft, id: service.ids.object(), received: service.clock.now() };
  if (conversation.messages.length > 0) conversation.revision += 1;
  conversation.messages.push(message);
  conversation.lastUpdatedAt = message.received;
  const { author, received } = message;
  for (const participant of conversation.participants) {
    if (participant.userId === author.id) readBy(participant, received);
    else participant.unreadCount += 1;
  }
  if (author.type === 'business') conversation.businessLastRead = received;
  return message;
}

export function readByUser(conversation: Conversation, userId: string, at: number): void {
  readBy(participantOf(conversation, userId), at);
}

function readBy(participant: Participant, at: number): void {
  participant.unreadCount = 0;
  participant.lastRead = at;
}

/** Empties a message. Where it was, v2 shows that there was one; the older versions show nothing. */
export function removeMessage(service: Service, conversation: Conversation, messageId: string): void {
  const message = conversation.messages.find((candidate) => candidate.id === messageId);
  if (message === undefined || message.deleted === true) throw notFound('Message');
  removeTiedMedia(service, [message]);
  message.deleted = true;
  message.content = { type: 'text', text: '', actions: [] };
}

/** The messages that nobody deleted, which are all that the older versions show. */
export function keptMessages({ messages }: Conversation): readonly Message[] {
  return messages.filter(({ deleted }) => deleted !== true);
}

/** Forgets all messages; the conversation itself and the channels of the user stay. */
export function clearMessages(service: Service, conversation: Conversation): void {
  removeTiedMedia(service, conversation.messages);
  conversation.messages = [];
  for (const participant of conversation.participants) participant.unreadCount = 0;
}

/** A file that was uploaded for a message lives as long as the message. */
function removeTiedMedia(service: Service, messages: readonly Message[]): void {
  for (const { content } of messages) {
    if (content.type !== 'image' && content.type !== 'file') continue;
    const attachment = findAttachment(service, content.mediaUrl);
    if (attachment === undefined) continue;
    if (attachment.forUserId !== undefined || attachment.conversationId !== undefined) {
      service.store.attachments.delete(attachment.path);
    }
  }
}
