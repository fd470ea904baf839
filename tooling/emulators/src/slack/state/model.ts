import type { Timestamp } from '../timestamps.js';
import type { MessageLog } from './message-log.js';

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly emailDomain: string;
}

export interface App {
  readonly id: string;
  readonly name: string;
  /** Classic apps may use RTM; apps with granular scopes may not. */
  readonly classic: boolean;
}

export interface Bot {
  readonly id: string;
  readonly appId: string;
  readonly userId: string;
  readonly name: string;
  readonly updated: number;
}

export type Presence = 'active' | 'away';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly displayName: string;
  readonly title: string;
  readonly color: string;
  readonly zone: TimeZone;
  readonly role: 'owner' | 'admin' | 'member';
  /** Of a person; bots have none. */
  readonly email: string | undefined;
  /** Of the user that a bot acts as. */
  readonly botId: string | undefined;
  readonly updated: number;
  /** What the person says of themselves beyond the names, as it travels. */
  readonly profile?: Readonly<Record<string, unknown>>;
  deleted: boolean;
  /** What the person set. A bot is active while it is connected. */
  presence: Presence;
}

/** A group that can be mentioned as one. */
export interface Usergroup {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly description: string;
  readonly channelIds: readonly string[];
  readonly userIds: readonly string[];
  readonly creatorId: string;
  readonly editorId: string;
  /** Seconds since 1970, as all of these. */
  readonly created: number;
  readonly updated: number;
  /** Undefined while it is in use. */
  readonly disabled: { readonly at: number; readonly userId: string } | undefined;
}

export interface TimeZone {
  readonly name: string;
  readonly label: string;
  readonly offsetSeconds: number;
}

/** A token and what it allows. */
export interface Token {
  readonly value: string;
  /** `session` is that of somebody who is logged in at the web site. */
  readonly kind: 'bot' | 'user' | 'app' | 'session';
  readonly appId: string;
  /** Whom the token acts as; an app-level token acts as nobody. */
  readonly userId: string | undefined;
  readonly scopes: readonly string[];
  /** The value of the cookie `d` that the token is worth nothing without; only session tokens have one. */
  readonly cookie: string | undefined;
  /** Issued to a classic app, or a legacy token of a person: such a token may use RTM. */
  readonly classic: boolean;
  /** Milliseconds since 1970; undefined for a token that lives until it is revoked. */
  expiresAt: number | undefined;
  revoked: boolean;
}

export type ConversationKind = 'channel' | 'private' | 'mpim' | 'im';

export interface Conversation {
  readonly id: string;
  readonly kind: ConversationKind;
  /** Of an IM: none. */
  name: string;
  /** Newest first. */
  previousNames: readonly string[];
  readonly creatorId: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly isGeneral: boolean;
  topic: Note;
  purpose: Note;
  readonly members: Set<string>;
  readonly messages: MessageLog;
  /** By the `ts` of a message or the id of a file, in the order in which they were pinned. */
  readonly pins: Map<string, Pin>;
  readonly lastRead: Map<string, Timestamp>;
  /** Who has it open in their list; counts for IMs and group messages. */
  readonly openFor: Set<string>;
  isArchived: boolean;
  /** Milliseconds since 1970. */
  updated: number;
}

export interface Note {
  readonly value: string;
  readonly creatorId: string;
  /** Seconds since 1970; 0 for never. */
  readonly lastSet: number;
}

/** A file, from the moment its upload is announced. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  /** How many bytes were announced. */
  readonly size: number;
  readonly userId: string;
  /** Where it really is, for a file of another service. */
  readonly remote: RemoteFile | undefined;
  /** Where it is fetched: the address of this emulator. */
  readonly origin: string;
  /** What makes its public address hard to guess. */
  readonly secret: string;
  readonly snippetType: string | undefined;
  readonly altText: string | undefined;
  /** Seconds since 1970. */
  readonly created: number;
  title: string;
  /** Undefined until they have arrived. */
  bytes: Uint8Array | undefined;
  /** Announced, then there for those who may see it, then gone. */
  stage: 'announced' | 'complete' | 'deleted';
  hasPublicUrl: boolean;
  /** In the order in which they were first given. */
  reactions: readonly Reaction[];
  /** The messages that shared it, by conversation. */
  readonly shares: Map<string, Timestamp[]>;
}

/** A file that another service keeps, of which this one only tells. */
export interface RemoteFile {
  /** What the app that added it calls it. */
  readonly externalId: string;
  readonly appId: string;
  readonly url: string;
  /** As the app told it. */
  readonly filetype: string | undefined;
}

export interface Reaction {
  /** Without colons. */
  readonly name: string;
  readonly userIds: readonly string[];
}

/** Who fixed a message or a file to a conversation, and when. */
export interface Pin {
  readonly userId: string;
  /** Seconds since 1970. */
  readonly created: number;
}

/** A message or a file that somebody has marked for themselves. */
export interface Star {
  readonly userId: string;
  /** Of a message. */
  readonly channelId: string | undefined;
  readonly ts: Timestamp | undefined;
  /** Of a file. */
  readonly fileId: string | undefined;
  /** Seconds since 1970. */
  readonly created: number;
}

/** A link above a channel. */
export interface Bookmark {
  readonly id: string;
  readonly channelId: string;
  readonly title: string;
  readonly link: string;
  readonly emoji: string;
  /** Seconds since 1970; 0 for never. */
  readonly created: number;
  readonly updated: number;
  readonly editorId: string;
}

/** A message that waits for its time. */
export interface ScheduledMessage {
  readonly id: string;
  readonly channelId: string;
  /** Whose token scheduled it: others neither see it nor take it back. */
  readonly appId: string;
  readonly userId: string;
  /** Seconds since 1970. */
  readonly postAt: number;
  readonly created: number;
  readonly text: string;
  readonly cancel: () => void;
}

/** What can be said, and changed by an edit. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly unknown[] | undefined;
  readonly attachments: readonly unknown[] | undefined;
  readonly metadata: object | undefined;
}

export interface Message extends Content {
  readonly ts: Timestamp;
  readonly subtype: string | undefined;
  /** What only messages of this subtype have, as it travels. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Undefined for a bot that posts under another name. */
  readonly userId: string | undefined;
  readonly botId?: string | undefined;
  readonly username?: string | undefined;
  readonly icons?: object | undefined;
  readonly clientMessageId?: string | undefined;
  /** The message that began the thread; undefined outside threads and for that message itself. */
  readonly threadTs?: Timestamp | undefined;
  /** Files that were shared by it. */
  readonly fileIds?: readonly string[];
  /** In the order in which they were first given. */
  readonly reactions?: readonly Reaction[];
  /** Of a message that comes bit by bit. */
  readonly streaming?: 'in_progress' | 'completed';
  readonly edited: { readonly userId: string; readonly ts: Timestamp } | undefined;
}
