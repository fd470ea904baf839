import type { Conversation } from './conversation.js';
import type { Message } from './message.js';

/**
 * From where on messages are read, in Unix seconds with a fraction; the bounds themselves are left out. With `after` they come
 * oldest first, else newest first.
 */
export type MessagesRange =
  | { readonly before?: number | undefined; readonly after?: undefined }
  | { readonly after?: number | undefined; readonly before?: undefined };

/** At most 100 messages of a conversation, oldest first. */
export interface MessagesPage {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  /** An address of the service's, which the service does not always give. */
  readonly next?: string;
  /** As `next`. */
  readonly previous?: string;
}
