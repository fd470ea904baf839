import type { Action } from './action.js';
import type { Conversation } from './conversation.js';
import type { Field } from './field.js';
import type { Item } from './item.js';
import type { Metadata, Open, Undocumented } from './open.js';

/** By whom a message is: the app user, or the business. */
export type Role = 'appUser' | 'appMaker';

/** Where a message came from. */
export interface MessageSource {
  /** A channel, or `api`. */
  readonly type?: string;
  readonly id?: string;
  readonly integrationId?: string;
  /** The channel's own id of the message. */
  readonly originalMessageId?: string;
  /** Unix seconds, with a fraction. */
  readonly originalMessageTimestamp?: number;
}

/** The message that a message answers. */
export interface QuotedMessage {
  readonly type: Open<'message' | 'externalMessageId'>;
  readonly content?: Message;
  readonly externalMessageId?: string;
}

interface MessageBase {
  readonly _id: string;
  readonly role: Open<Role>;
  /** The `_id` of the app user, or a hash for the business. */
  readonly authorId: string;
  /** Unix seconds, with a fraction. */
  readonly received: number;
  readonly name?: string;
  readonly email?: string;
  readonly avatarUrl?: string;
  readonly source?: MessageSource;
  readonly actions?: readonly Action[];
  /** Of the quick reply that was pressed. */
  readonly payload?: string;
  readonly metadata?: Metadata;
  readonly quotedMessage?: QuotedMessage;
}

/** A message of text. */
export interface TextMessage extends MessageBase {
  readonly type: 'text';
  readonly text: string;
}

interface MediaMessage extends MessageBase {
  readonly mediaUrl: string;
  readonly mediaType?: string;
  /** In bytes. */
  readonly mediaSize?: number;
  readonly altText?: string;
  /** One space when nothing was written. */
  readonly text?: string;
}

/** A message with a picture. */
export interface ImageMessage extends MediaMessage {
  readonly type: 'image';
}

/** A message with a file. */
export interface FileMessage extends MediaMessage {
  readonly type: 'file';
}

/** A message with cards beside each other. */
export interface CarouselMessage extends MessageBase {
  readonly type: 'carousel';
  /** What channels without carousels show. */
  readonly text?: string;
  readonly items: readonly Item[];
  readonly displaySettings?: { readonly imageAspectRatio?: Open<'horizontal' | 'square'> };
}

/** A message with lines below each other. */
export interface ListMessage extends MessageBase {
  readonly type: 'list';
  /** What channels without lists show. */
  readonly text?: string;
  readonly items: readonly Item[];
}

/** A message with a place. */
export interface LocationMessage extends MessageBase {
  readonly type: 'location';
  /** A link to a map. */
  readonly text?: string;
  /** In degrees. */
  readonly coordinates: { readonly lat: number; readonly long: number; readonly _id?: string };
  readonly location?: { readonly address?: string; readonly name?: string; readonly _id?: string };
}

/** A message with questions. */
export interface FormMessage extends MessageBase {
  readonly type: 'form';
  readonly text?: string;
  readonly fields: readonly Field[];
  readonly submitted?: boolean;
  readonly blockChatInput?: boolean;
}

/** The answers to a form. They are only received. */
export interface FormResponseMessage extends MessageBase {
  readonly type: 'formResponse';
  readonly text?: string;
  readonly fields: readonly Field[];
  /** The answers as lines of a text. */
  readonly textFallback?: string;
}

/** A message of a type that is documented nowhere, with all that came. */
export interface OtherMessage extends MessageBase {
  readonly type: Undocumented;
  readonly text?: string;
  readonly [field: string]: unknown;
}

/** A message as the service shows it. Its `type` tells what it has. */
export type Message =
  | TextMessage
  | ImageMessage
  | FileMessage
  | CarouselMessage
  | ListMessage
  | LocationMessage
  | FormMessage
  | FormResponseMessage
  | OtherMessage;

/** What came of posting a message. */
export interface MessageResponse {
  readonly message: Message;
  /** The messages that came out of a text with template shorthand beside the first. */
  readonly extraMessages?: readonly Message[];
  readonly conversation: Conversation;
}
