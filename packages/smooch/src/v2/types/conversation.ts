import type { Metadata, Open } from '../../types/open.js';
import type { ClientType } from './client.js';

/** Of one person, or of a group that uses the service's SDKs. */
export type ConversationType = Open<'personal' | 'sdkGroup'>;

/** Who answers, or is asked to. */
export interface ResponsibleIntegration {
  readonly id?: string;
  readonly name?: string;
  readonly integrationId?: string;
  /** `custom`, `zd:agentWorkspace`, or that of a marketplace bot. */
  readonly integrationType?: string;
}

/** A conversation as events tell of it. */
export interface ConversationReference {
  readonly id: string;
  readonly type?: ConversationType;
  readonly brandId?: string;
  readonly metadata?: Metadata | null;
  readonly activeSwitchboardIntegration?: ResponsibleIntegration | null;
  readonly pendingSwitchboardIntegration?: ResponsibleIntegration | null;
}

/** A conversation. */
export interface Conversation extends ConversationReference {
  /** Whether it is the first of its user. It can be emptied and not deleted. */
  readonly isDefault?: boolean;
  readonly displayName?: string | null;
  readonly description?: string | null;
  readonly iconUrl?: string | null;
  /** ISO 8601 with milliseconds. */
  readonly businessLastRead?: string | null;
  /** ISO 8601 with milliseconds. */
  readonly lastUpdatedAt?: string | null;
  /** ISO 8601 with milliseconds. */
  readonly createdAt?: string;
}

/** Somebody in a conversation. */
export interface Participant {
  readonly id: string;
  readonly userId: string;
  readonly userExternalId?: string | null;
  /** How many messages the user has not read. */
  readonly unreadCount?: number;
  /** Where messages go: the first one first. */
  readonly clientAssociations?: readonly { readonly type?: ClientType; readonly clientId?: string }[];
  /** ISO 8601 with milliseconds. */
  readonly lastRead?: string | null;
}
