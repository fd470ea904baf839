import type { Content } from './content.js';
import type { Fields, Metadata } from './values.js';

export interface Author {
  readonly type: 'user' | 'business';
  /** The user's id, or a hash that stands for one and the same person of the business. */
  readonly id: string;
  readonly displayName: string | undefined;
  readonly avatarUrl: string | undefined;
  readonly email: string | undefined;
  readonly subtypes?: readonly string[] | undefined;
}

export interface Source {
  /** `api:conversations`, or the type of the channel. */
  readonly type: string;
  readonly integrationId: string | undefined;
  /** What the channel calls the client. */
  readonly id: string | undefined;
  /** The client that brought it. */
  readonly clientId?: string | undefined;
  /** What the channel calls the message, and when it says that it was written. */
  readonly originalMessageId?: string | undefined;
  readonly originalMessageTimestamp?: number | undefined;
  /** The campaign, of a newsletter for example, that the message answers. */
  readonly campaignId?: string | undefined;
}

export type Quoted = { readonly message: Message } | { readonly externalMessageId: string };

export interface Message {
  readonly id: string;
  readonly received: number;
  readonly author: Author;
  content: Content;
  readonly source: Source;
  readonly metadata: Metadata | undefined;
  /** True when this only stands where a message was that somebody deleted. */
  deleted?: boolean;
  /** What a message of the system tells of, and where an answer of a bot was found. Only the service sets these. */
  readonly activity?: Fields | undefined;
  readonly references?: readonly Fields[] | undefined;
  /** Of the reply button that the user pressed. */
  readonly payload: string | undefined;
  /** What the message answers: another message, or one that only the channel knows. */
  readonly quotedMessage?: Quoted | undefined;
}

/** A message that is kept under a name, to be sent by that name. */
export interface Template {
  readonly id: string;
  readonly appId: string;
  name: string;
  /** As it was given, with the role. */
  message: { readonly role: 'appMaker' | 'appUser'; readonly content: Content };
}

export interface Attachment {
  /** Path of its address, which also is its identity. */
  readonly path: string;
  readonly appId: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whose conversation it was uploaded for; it goes when the message or the user goes. */
  readonly forUserId: string | undefined;
  /** The conversation that it was uploaded for, if any. */
  readonly conversationId: string | undefined;
}
