import type { Metadata, Open } from '../../types/open.js';
import type { Client, Device } from './client.js';
import type { Content } from './content.js';
import type { User } from './user.js';

/** Who wrote a message. */
export interface Author {
  readonly type: Open<'business' | 'user'>;
  readonly userId?: string;
  readonly displayName?: string;
  readonly avatarUrl?: string | null;
  readonly subtypes?: readonly Open<'AI' | 'activity' | 'agent' | 'bot'>[];
  /** In events: the user, in full with `includeFullUser`. */
  readonly user?: User;
}

/** Where something came from. */
export interface Source {
  /** A channel, or `api:conversations`. */
  readonly type?: string;
  readonly integrationId?: string | null;
  readonly originalMessageId?: string | null;
  /** ISO 8601 with milliseconds. */
  readonly originalMessageTimestamp?: string | null;
  /** In events with `includeFullSource`. */
  readonly client?: Partial<Client> | null;
  readonly device?: Partial<Device> | null;
  readonly campaign?: { readonly id?: string } | null;
}

/** The message that a message answers. */
export interface QuotedMessage {
  readonly type: Open<'message' | 'externalMessageId'>;
  readonly message?: Message;
  readonly externalMessageId?: string;
}

/** A message as the service shows it. */
export interface Message {
  readonly id: string;
  /** ISO 8601 with milliseconds. */
  readonly received: string;
  readonly author: Author;
  readonly content: Content;
  readonly source?: Source;
  readonly quotedMessage?: QuotedMessage | null;
  readonly metadata?: Metadata | null;
  /** Whether only its place is left. */
  readonly deleted?: boolean | null;
  /** Something that happened, in place of something that was said. */
  readonly activity?: {
    readonly type: Open<'ticket:closed' | 'ticket:transfer:email' | 'conversation:endedByUser'>;
    readonly data?: Readonly<Record<string, unknown>>;
  };
  /** What an answer is based on. */
  readonly references?:
    | readonly { readonly uri: string; readonly title?: string; readonly description?: string }[]
    | null;
}
