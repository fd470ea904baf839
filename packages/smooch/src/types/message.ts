import type { Action } from './action.js';
import type { Conversation } from './conversation.js';
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

/** A message of a type whose fields have no types here. */
export interface OtherMessage extends MessageBase {
  readonly type: 'carousel' | 'list' | 'location' | 'form' | 'formResponse' | Undocumented;
  readonly text?: string;
  readonly [field: string]: unknown;
}

/** A message as the service shows it. Its `type` tells what it has. */
export type Message = TextMessage | ImageMessage | FileMessage | OtherMessage;

/** What came of posting a message. */
export interface MessageResponse {
  readonly message: Message;
  /** The messages that came out of a text with template shorthand beside the first. */
  readonly extraMessages?: readonly Message[];
  readonly conversation: Conversation;
}
