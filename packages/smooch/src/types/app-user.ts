import type { ChannelType } from './channel.js';
import type { Metadata, Open } from './open.js';

/** Where an app user can be reached: a channel such as Messenger, or a device with one of the service's SDKs. */
export interface Client {
  /** The service's id; absent in v1. */
  readonly _id?: string;
  /** The id that the channel or the device gave. */
  readonly id: string;
  readonly platform: Open<ChannelType | 'android' | 'api' | 'ios' | 'web'>;
  readonly status?: Open<'active' | 'blocked' | 'inactive' | 'pending'>;
  readonly active?: boolean;
  /** Whether messages go here first. */
  readonly primary?: boolean;
  readonly integrationId?: string;
  readonly externalId?: string;
  readonly displayName?: string;
  readonly deviceId?: string;
  readonly appVersion?: string;
  readonly pushNotificationToken?: string;
  /** ISO 8601 with milliseconds. */
  readonly lastSeen?: string;
  /** ISO 8601 with milliseconds. */
  readonly linkedAt?: string;
  /** What the service made of what the channel tells: `avatarUrl`, `locale`, `timezone`, … */
  readonly info?: Readonly<Record<string, unknown>>;
  /** What the channel tells, as it tells it. */
  readonly raw?: Readonly<Record<string, unknown>>;
}

/** A person who talks with the business. Empty fields are absent, never `null`. */
export interface AppUser {
  /** The service's id. */
  readonly _id: string;
  /** Your id, if the person is known to you. */
  readonly userId?: string;
  readonly givenName?: string;
  readonly surname?: string;
  readonly email?: string;
  /** ISO 8601 with milliseconds. */
  readonly signedUpAt?: string;
  readonly hasPaymentInfo?: boolean;
  readonly conversationStarted: boolean;
  readonly clients?: readonly Client[];
  /** Channels that are asked to be linked and have not answered yet. */
  readonly pendingClients?: readonly Client[];
  readonly properties: Metadata;
  /** v1 only. */
  readonly credentialRequired?: boolean;
  /** v1 only: the clients that are devices, once more. */
  readonly devices?: readonly Client[];
}

/** What can be told of an app user. */
export interface AppUserProfile {
  readonly givenName?: string | undefined;
  readonly surname?: string | undefined;
  readonly email?: string | undefined;
  /** A `Date`, or ISO 8601. Default: now. */
  readonly signedUpAt?: string | Date | undefined;
  readonly properties?: Metadata | undefined;
  /** v1 only. */
  readonly credentialRequired?: boolean | undefined;
}

/** An app user, in the envelope of the service. */
export interface AppUserResponse {
  readonly appUser: AppUser;
}

/** A code by which an SDK signs a user in. */
export interface AuthCodeResponse {
  /** Begins with `ac_`. */
  readonly authCode: string;
}

/** Two app users who are one person. */
export interface AppUsersMerge {
  /** Who stays. */
  readonly surviving: { readonly _id: string };
  /** Whose clients and conversation go over to the other. */
  readonly discarded: { readonly _id: string };
}
