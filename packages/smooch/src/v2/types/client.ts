import type { ChannelType } from '../../types/channel.js';
import type { Open } from '../../types/open.js';

/** Through what a person is reached. */
export type ClientType = Open<
  ChannelType | 'apple' | 'gbm' | 'googlercs' | 'instagram' | 'kakao' | 'sdk' | 'slackconnect'
>;

/** Where a user can be reached: a channel such as WhatsApp, or the service's own SDKs. */
export interface Client {
  readonly id: string;
  readonly type: ClientType;
  readonly status?: Open<'active' | 'blocked' | 'inactive' | 'pending'>;
  readonly integrationId?: string | null;
  /** The id that the channel gave. */
  readonly externalId?: string | null;
  /** ISO 8601 with milliseconds. */
  readonly lastSeen?: string | null;
  /** ISO 8601 with milliseconds. */
  readonly linkedAt?: string | null;
  readonly displayName?: string | null;
  readonly avatarUrl?: string | null;
  /** What the service made of what the channel tells. */
  readonly info?: Readonly<Record<string, unknown>> | null;
  /** What the channel tells, as it tells it. */
  readonly raw?: Readonly<Record<string, unknown>> | null;
}

/** A phone or a browser on which a user has one of the service's SDKs. */
export interface Device {
  readonly id: string;
  readonly type: Open<'android' | 'ios' | 'web'>;
  readonly guid?: string;
  readonly clientId?: string;
  readonly status?: Open<'active' | 'inactive'>;
  readonly integrationId?: string;
  /** ISO 8601 with milliseconds. */
  readonly lastSeen?: string;
  readonly pushNotificationToken?: string | null;
  readonly info?: Readonly<Record<string, unknown>> | null;
  readonly appVersion?: string | null;
}
