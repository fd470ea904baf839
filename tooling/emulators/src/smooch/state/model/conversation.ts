import type { Message } from './message.js';
import type { Metadata } from './values.js';

export interface Participant {
  readonly id: string;
  readonly userId: string;
  readonly subscribeSDKClient: boolean;
  unreadCount: number;
  lastRead: number | undefined;
}

export type ConversationType = 'personal' | 'sdkGroup';

export interface Conversation {
  readonly id: string;
  readonly appId: string;
  readonly type: ConversationType;
  readonly createdAt: number;
  lastUpdatedAt: number;
  /** The one that a user has without being asked; v1 and v1.1 know no other. */
  isDefault: boolean;
  readonly brandId: string | undefined;
  displayName: string | undefined;
  description: string | undefined;
  iconUrl: string | undefined;
  metadata: Metadata | undefined;
  participants: readonly Participant[];
  businessLastRead: number | undefined;
  /** Who answers, and who was asked whether they would. Ids of switchboard integrations. */
  activeSwitchboardIntegrationId: string | undefined;
  pendingSwitchboardIntegrationId: string | undefined;
  /** How often the conversation was written to since it was made. */
  revision: number;
  messages: Message[];
  /** What was sent as notifications since the user last said something. It is no part of what was said. */
  recentNotifications: readonly Message[];
}
