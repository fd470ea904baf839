import { ofConversations } from './v2/conversations.js';
import { ofIntegrations } from './v2/integrations.js';
import { ofApps, ofPartners } from './v2/apps.js';
import { ofSwitchboards } from './v2/switchboards.js';
import { ofUsers } from './v2/users.js';
import type { Maker } from './v2-world.js';

/** A valid request for every operation of v2. */
export const v2Requests: Readonly<Record<string, Maker>> = {
  ...ofApps(),
  ...ofConversations(),
  ...ofIntegrations(),
  ...ofSwitchboards(),
  ...ofUsers(),
  ...ofPartners(),
};
