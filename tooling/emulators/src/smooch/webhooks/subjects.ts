import type { Client, Conversation, User } from '../state/model/index.js';
import type { DomainEvent } from './events.js';

/** The user that an event is about, if it is about one. */
export function userOf(event: DomainEvent): User | undefined {
  if (event.kind === 'switchboard') return undefined;
  return event.kind === 'user:merge' ? event.surviving : event.user;
}

export function clientOf(event: DomainEvent): Client | undefined {
  return 'client' in event ? event.client : undefined;
}

export function conversationOf(event: DomainEvent): Conversation | undefined {
  return 'conversation' in event ? event.conversation : undefined;
}
