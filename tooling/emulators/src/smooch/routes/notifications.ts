import { jsonBody } from '../input/body.js';
import { readNotification } from '../input/notification.js';
import type { Service } from '../service.js';
import { requireIntegration } from '../state/integrations.js';
import { sendNotification } from '../state/notifications.js';
import type { Route } from './route.js';

export function notificationRoutes(service: Service): Route[] {
  return [
    {
      method: 'POST',
      path: '/notifications',
      reach: 'integration',
      async handle({ app, request, version }) {
        const input = readNotification(await jsonBody(request), version, service.ids);
        const integration = requireIntegration(service.store, app.id, input.integrationId);
        const _id = sendNotification(service, app, integration, input);
        return { status: 201, body: { notification: { _id } } };
      },
    },
  ];
}
