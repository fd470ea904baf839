import type { Fields, Metadata } from './values.js';

export interface Profile {
  readonly givenName: string | undefined;
  readonly surname: string | undefined;
  readonly email: string | undefined;
  readonly avatarUrl: string | undefined;
  readonly locale: string | undefined;
  /** Where the locale was learnt; only the service sets it. */
  readonly localeOrigin: string | undefined;
}

/** Something that proves who a user is, an e-mail address for example. */
export interface Identity {
  readonly type: string;
  readonly value: string;
  readonly verification: string;
}

export interface User {
  readonly id: string;
  readonly appId: string;
  externalId: string | undefined;
  zendeskId: string | undefined;
  readonly brandId: string | undefined;
  profile: Profile;
  metadata: Metadata;
  identities: readonly Identity[];
  toBeRetained: boolean | undefined;
  /** Milliseconds since 1970, as all times here. */
  signedUpAt: number;
  readonly animalName: string;
  /** Only v1 knows this: set when the user was made, never changed afterwards. */
  readonly credentialRequired: boolean;
  /** True once the user has come with a token of their own. */
  isSecured: boolean;
  /** The client that stands for all devices of the user on the service's own SDKs. */
  readonly sdkClientId: string;
  hasPaymentInfo: boolean;
  /** Where else the business talks to the user: channels of Slack, tickets. Only the older versions tell. */
  businessSystems: readonly Fields[];
  clients: Client[];
}

export type ClientStatus = 'active' | 'blocked' | 'inactive' | 'pending';

/**
 * A user on one channel, or on one device with an SDK of the service. v2 shows the devices of a user as one client of type
 * `sdk`; the older versions show each as a client.
 */
export interface Client {
  readonly id: string;
  readonly type: string;
  readonly integrationId: string;
  /** What the channel itself calls this client: a device id, an address. */
  readonly channelId: string;
  displayName: string | undefined;
  avatarUrl: string | undefined;
  status: ClientStatus;
  primary: boolean;
  lastSeen: number | undefined;
  linkedAt: number | undefined;
  appVersion: string | undefined;
  pushNotificationToken: string | undefined;
  info: Fields;
  /** How it came that the client is to be linked, until it is. */
  link: PendingLink | undefined;
}

/** A channel to which a user is being led over from a conversation. */
export interface PendingLink {
  readonly criteria: Fields;
  readonly confirmation: 'immediate' | 'userActivity' | 'prompt';
  readonly conversationId: string | undefined;
}
