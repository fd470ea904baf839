import { conversationFull, notFound } from '../errors.js';
import { findAttachment } from '../media/addresses.js';
import type { Service } from '../service.js';
import type { Conversation, Message, Participant, User } from './model.js';
import type { Store } from './store.js';

const messageLimit = 30_000;

/** The conversation that v1 and v1.1 know of a user. */
export function defaultConversation(store: Store, user: User): Conversation | undefined {
  for (const conversation of store.conversations.values()) {
    if (conversation.isDefault && participates(conversation, user.id)) return conversation;
  }
  return undefined;
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

/** Adds a message to the user's conversation, which begins with its first message. */
export function appendMessage(
  service: Service,
  user: User,
  draft: Omit<Message, 'id' | 'received'>,
): { conversation: Conversation; message: Message } {
  const conversation = defaultConversation(service.store, user) ?? startConversation(service, user);
  if (conversation.messages.length >= messageLimit) throw conversationFull(messageLimit);
  const message: Message = { ...draft, id: service.ids.object(), received: service.clock.now() };
  if (conversation.messages.length > 0) conversation.revision += 1;
  conversation.messages.push(message);
  if (message.author.type === 'user') {
    readByUser(conversation, user.id, message.received);
  } else {
    for (const participant of conversation.participants) participant.unreadCount += 1;
    conversation.businessLastRead = message.received;
  }
  return { conversation, message };
}

export function readByUser(conversation: Conversation, userId: string, at: number): void {
  const participant = participantOf(conversation, userId);
  participant.unreadCount = 0;
  participant.lastRead = at;
}

export function removeMessage(service: Service, conversation: Conversation, messageId: string): void {
  const message = conversation.messages.find((candidate) => candidate.id === messageId);
  if (message === undefined) throw notFound('Message');
  conversation.messages = conversation.messages.filter((candidate) => candidate !== message);
  removeTiedMedia(service, [message]);
}

/** Forgets all messages; the conversation itself and the channels of the user stay. */
export function clearMessages(service: Service, conversation: Conversation): void {
  removeTiedMedia(service, conversation.messages);
  conversation.messages = [];
  for (const participant of conversation.participants) participant.unreadCount = 0;
}

function startConversation(service: Service, user: User): Conversation {
  const conversation: Conversation = {
    id: service.ids.object(),
    appId: user.appId,
    createdAt: service.clock.now(),
    isDefault: true,
    participants: [{ userId: user.id, unreadCount: 0, lastRead: undefined }],
    businessLastRead: undefined,
    revision: 0,
    messages: [],
  };
  service.store.conversations.set(conversation.id, conversation);
  return conversation;
}

/** A file that was uploaded for a message lives as long as the message. */
function removeTiedMedia(service: Service, messages: readonly Message[]): void {
  for (const { content } of messages) {
    if (content.type === 'text') continue;
    const attachment = findAttachment(service, content.mediaUrl);
    if (attachment?.forUserId !== undefined) service.store.attachments.delete(attachment.path);
  }
}
