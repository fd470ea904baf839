import { jsonBody } from '../input/body.js';
import { requiredObject, requiredString, requiredWord } from '../input/fields.js';
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
      async handle({ app, request }) {
        const body = await jsonBody(request);
        const destination = requiredObject(body, 'destination');
        const integrationId = requiredString(destination, 'integrationId');
        const destinationId = requiredString(destination, 'destinationId');
        requiredWord(requiredObject(body, 'author'), 'role', ['appMaker']);
        requiredObject(body, 'message');
        const integration = requireIntegration(service.store, app.id, integrationId);
        const _id = sendNotification(service, app, integration, destinationId);
        return { status: 201, body: { notification: { _id } } };
      },
    },
  ];
}
