import { keyPrefix } from '../ids.js';
import { type ChatterState, wholeSecond } from './state.js';

/** The private messages between some people. */
export interface Conversation {
  readonly id: string;
  readonly memberIds: readonly string[];
  /** Who has not read the latest message. */
  readonly unreadBy: Set<string>;
}

/** One private message. */
export interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly senderId: string;
  readonly recipientIds: readonly string[];
  readonly text: string;
  readonly sentAt: number;
}

/** What somebody wants to say in private. A time is only given to messages of the past. */
export interface NewMessage {
  readonly senderId: string;
  readonly recipientIds: readonly string[];
  readonly text: string;
  readonly sentAt?: number;
}

/** Sends a message. The same people always have the same conversation. */
export function sendMessage(state: ChatterState, sent: NewMessage): Message {
  const { senderId, recipientIds, text } = sent;
  const conversation = conversationBetween(state, [senderId, ...recipientIds]);
  const message: Message = {
    id: state.ids.next(keyPrefix.message),
    conversationId: conversation.id,
    senderId,
    recipientIds,
    text,
    sentAt: wholeSecond(sent.sentAt ?? state.clock.now()),
  };
  state.messages.set(message.id, message);
  conversation.unreadBy.delete(senderId);
  for (const id of recipientIds) conversation.unreadBy.add(id);
  return message;
}

/** The messages of a conversation, newest first. */
export function messagesIn(state: ChatterState, conversationId: string): Message[] {
  return [...state.messages.values()]
    .filter((message) => message.conversationId === conversationId)
    .toReversed();
}

/** The messages that a user has sent or got, newest first. */
export function messagesOf(state: ChatterState, userId: string): Message[] {
  return [...state.messages.values()]
    .filter(({ senderId, recipientIds }) => senderId === userId || recipientIds.includes(userId))
    .toReversed();
}

/** The conversations of a user, that with the latest message first. */
export function conversationsOf(state: ChatterState, userId: string): Conversation[] {
  const latestFirst = new Set(messagesOf(state, userId).map((message) => message.conversationId));
  return [...latestFirst].flatMap((id) => state.conversations.get(id) ?? []);
}

function conversationBetween(state: ChatterState, members: readonly string[]): Conversation {
  const memberIds = [...new Set(members)].toSorted();
  const known = [...state.conversations.values()].find(
    (conversation) => conversation.memberIds.join() === memberIds.join(),
  );
  if (known !== undefined) return known;
  const conversation = { id: state.ids.next(keyPrefix.conversation), memberIds, unreadBy: new Set<string>() };
  state.conversations.set(conversation.id, conversation);
  return conversation;
}
