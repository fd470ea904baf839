import type { Service } from '../../service.js';
import type { AccountRoute, V2Route } from '../route.js';
import { activityRoutes } from './activity.js';
import { appKeyRoutes } from './app-keys.js';
import { appListRoutes, appRoutes } from './apps.js';
import { attachmentRoutes } from './attachments.js';
import { clientRoutes } from './clients.js';
import { controlRoutes } from './control.js';
import { conversationRoutes } from './conversations.js';
import { deviceRoutes } from './devices.js';
import { integrationKeyRoutes } from './integration-keys.js';
import { integrationRoutes } from './integrations.js';
import { messageRoutes } from './messages.js';
import { participantRoutes } from './participants.js';
import { passthroughRoutes } from './passthrough.js';
import { switchboardIntegrationRoutes } from './switchboard-integrations.js';
import { switchboardRoutes } from './switchboards.js';
import { tokenInfoRoutes } from './token-info.js';
import { userRoutes } from './users.js';
import { webhookRoutes } from './webhooks.js';

/** Everything of v2 that is about one app. */
export function v2Routes(service: Service): V2Route[] {
  return [
    ...userRoutes(service),
    ...clientRoutes(service),
    ...deviceRoutes(service),
    ...conversationRoutes(service),
    ...participantRoutes(service),
    ...messageRoutes(service),
    ...activityRoutes(service),
    ...attachmentRoutes(service),
    ...controlRoutes(service),
    ...passthroughRoutes(service),
    ...appRoutes(service),
    ...appKeyRoutes(service),
    ...integrationRoutes(service),
    ...integrationKeyRoutes(service),
    ...webhookRoutes(service),
    ...switchboardRoutes(service),
    ...switchboardIntegrationRoutes(service),
  ];
}

/** What of v2 is about the account, or about whoever calls. */
export function v2AccountRoutes(service: Service): AccountRoute[] {
  return [...appListRoutes(service), ...tokenInfoRoutes(service)];
}
