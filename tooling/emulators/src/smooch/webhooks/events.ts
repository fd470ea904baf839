import type { App, Client, Conversation, Message, User } from '../state/model.js';

interface EventBase {
  readonly app: App;
  readonly user: User;
  readonly conversation: Conversation;
  readonly message: Message;
  /** The channel it came by or goes to, when there is one. */
  readonly client: Client | undefined;
}

/** Somebody said something. */
export interface MessageAdded extends EventBase {
  readonly kind: 'message';
}

/** What became of a message of the business on its way to the user. */
export interface DeliveryReport extends EventBase {
  readonly kind: 'delivery';
  readonly stage: 'channel' | 'user' | 'failure';
  /** True when nothing more will be heard of this message. */
  readonly isFinal: boolean;
  readonly client: Client;
  readonly at: number;
  /** The id under which the channel knows the message, once it has it. */
  readonly externalMessageId: string | undefined;
  readonly error: DeliveryError | undefined;
}

export interface DeliveryError {
  readonly code: string;
  readonly message: string;
  readonly underlyingError: Readonly<Record<string, unknown>>;
}

/** Everything that webhooks are told, before it takes the shape of a version. */
export type DomainEvent = MessageAdded | DeliveryReport;
