import type { Menu } from './menu.js';
import type { Fields } from './values.js';

/** What connects an app to a channel, or to a program of the business. */
export interface Integration {
  readonly id: string;
  readonly appId: string;
  readonly type: string;
  displayName: string | undefined;
  status: 'active' | 'inactive' | 'error';
  /** Settings that answers show. Secrets are checked when they come and kept nowhere. */
  fields: Fields;
  /** The switchboard integration that answers first on this channel. */
  defaultResponderId: string | undefined;
  showAIDisclaimer: boolean;
  /** True for what the service set up by itself, which the API cannot take away. */
  readonly fromAdminCenter: boolean;
  /** The program of a partner whose authorization made it. */
  readonly oauthClientId: string | undefined;
  menu: Menu | undefined;
  /** Of WhatsApp: what the channel shows of the business. */
  profile: Fields;
  messageTemplates: readonly Fields[];
}

export interface Switchboard {
  readonly id: string;
  readonly appId: string;
  enabled: boolean;
  defaultSwitchboardIntegrationId: string | undefined;
}

export interface SwitchboardIntegration {
  readonly id: string;
  readonly switchboardId: string;
  name: string;
  integrationId: string;
  integrationType: string;
  deliverStandbyEvents: boolean;
  nextSwitchboardIntegrationId: string | undefined;
  messageHistoryCount: number | undefined;
}
