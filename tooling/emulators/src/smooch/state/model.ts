/**
 * The canonical state, in the terms of the newest version of the service: users, conversations with participants, messages with
 * an author and a content. The older versions (app users, one conversation each, app makers) are projections of it.
 */

/** Metadata and user properties are flat. */
export type FlatValue = string | number | boolean;
export type Metadata = Readonly<Record<string, FlatValue>>;

/** The API versions that webhooks and answers come in. */
export type ApiVersion = 'v1' | 'v1.1';

export interface Account {
  readonly id: string;
  readonly name: string;
}

export interface App {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** Whether nameless users are called by the name of an animal. */
  readonly useAnimalNames: boolean;
  /** Ids of the integrations, by the type of the channel that each connects. */
  readonly integrations: Map<string, string>;
}

export interface Key {
  readonly id: string;
  readonly secret: string;
  readonly scope: 'app' | 'account';
  /** The app of an app key; undefined for an account key. */
  readonly appId: string | undefined;
}

export interface Profile {
  readonly givenName: string | undefined;
  readonly surname: string | undefined;
  readonly email: string | undefined;
}

export interface User {
  readonly id: string;
  readonly appId: string;
  readonly externalId: string | undefined;
  profile: Profile;
  metadata: Metadata;
  /** Milliseconds since 1970, as all times here. */
  signedUpAt: number;
  readonly animalName: string;
  /** Only v1 knows this: set when the user was made, never changed afterwards. */
  readonly credentialRequired: boolean;
  readonly clients: Client[];
}

/** A user on one channel or device. */
export interface Client {
  readonly id: string;
  readonly type: string;
  readonly integrationId: string;
  /** What the channel itself calls this client: a device id, an address. */
  readonly channelId: string;
  readonly displayName: string | undefined;
  status: 'active' | 'blocked';
  primary: boolean;
  lastSeen: number;
  appVersion: string | undefined;
  pushNotificationToken: string | undefined;
  info: Readonly<Record<string, unknown>>;
}

export interface Participant {
  readonly userId: string;
  unreadCount: number;
  lastRead: number | undefined;
}

export interface Conversation {
  readonly id: string;
  readonly appId: string;
  readonly createdAt: number;
  /** The one that a user has without being asked; v1 and v1.1 know no other. */
  readonly isDefault: boolean;
  readonly participants: readonly Participant[];
  businessLastRead: number | undefined;
  /** How often the conversation was written to since it was made. */
  revision: number;
  messages: Message[];
}

export interface Author {
  readonly type: 'user' | 'business';
  /** The user's id, or a hash that stands for one and the same person of the business. */
  readonly id: string;
  readonly displayName: string | undefined;
  readonly avatarUrl: string | undefined;
  readonly email: string | undefined;
}

export interface Source {
  readonly type: string;
  readonly integrationId: string | undefined;
  readonly id: string | undefined;
}

export type ActionType = 'buy' | 'link' | 'locationRequest' | 'postback' | 'reply' | 'share' | 'webview';

/** A button. Which of the fields it has depends on its type. */
export interface Action {
  readonly id: string;
  readonly type: ActionType;
  readonly text: string | undefined;
  readonly uri: string | undefined;
  readonly payload: string | undefined;
  readonly amount: number | undefined;
  readonly currency: string | undefined;
  readonly state: 'offered' | undefined;
  readonly metadata: Metadata | undefined;
  /** Fields that are only handed on to the channel. */
  readonly channelOptions: Readonly<Record<string, unknown>>;
}

export interface TextContent {
  readonly type: 'text';
  readonly text: string | undefined;
  readonly actions: readonly Action[];
}

export interface MediaContent {
  readonly type: 'image' | 'file';
  readonly text: string | undefined;
  readonly mediaUrl: string;
  readonly mediaType: string | undefined;
  readonly mediaSize: number | undefined;
  readonly altText: string | undefined;
  readonly actions: readonly Action[];
}

export type Content = TextContent | MediaContent;

export interface Message {
  readonly id: string;
  readonly received: number;
  readonly author: Author;
  readonly content: Content;
  readonly source: Source;
  readonly metadata: Metadata | undefined;
  /** Of the reply button that the user pressed. */
  readonly payload: string | undefined;
}

export interface Attachment {
  /** Path of its address, which also is its identity. */
  readonly path: string;
  readonly appId: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whose conversation it was uploaded for; it goes when the message or the user goes. */
  readonly forUserId: string | undefined;
}

export interface Webhook {
  readonly id: string;
  readonly appId: string;
  readonly secret: string;
  /** Fixed by the version of the call that made it, and with it the shape of what it is sent. */
  readonly version: ApiVersion;
  target: string;
  triggers: readonly string[];
  includeClient: boolean;
  includeFullAppUser: boolean;
}
