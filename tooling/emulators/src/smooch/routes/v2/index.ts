import type { Service } from '../../service.js';
import type { V2Route } from '../route.js';
import { activityRoutes } from './activity.js';
import { attachmentRoutes } from './attachments.js';
import { clientRoutes } from './clients.js';
import { conversationRoutes } from './conversations.js';
import { deviceRoutes } from './devices.js';
import { messageRoutes } from './messages.js';
import { participantRoutes } from './participants.js';
import { userRoutes } from './users.js';

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
  ];
}
