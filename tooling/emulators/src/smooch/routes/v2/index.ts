import type { Service } from '../../service.js';
import type { V2Route } from '../route.js';
import { activityRoutes } from './activity.js';
import { attachmentRoutes } from './attachments.js';
import { clientRoutes } from './clients.js';
import { controlRoutes } from './control.js';
import { conversationRoutes } from './conversations.js';
import { deviceRoutes } from './devices.js';
import { integrationKeyRoutes } from './integration-keys.js';
import { integrationRoutes } from './integrations.js';
import { messageRoutes } from './messages.js';
import { participantRoutes } from './participants.js';
import { switchboardIntegrationRoutes } from './switchboard-integrations.js';
import { switchboardRoutes } from './switchboards.js';
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
    ...integrationRoutes(service),
    ...integrationKeyRoutes(service),
    ...webhookRoutes(service),
    ...switchboardRoutes(service),
    ...switchboardIntegrationRoutes(service),
  ];
}
