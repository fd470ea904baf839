import { badRequest } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { objects, optionalObject, requiredObject, requiredString } from '../../input/fields.js';
import type { Service } from '../../service.js';
import { requireUser } from '../../state/users.js';
import type { V2Route } from '../route.js';
import { conversationOf } from './targets.js';

const channels = ['messenger', 'instagram', 'whatsapp'] as const;
const appleFields = ['url', 'bid', 'key', 'signature', 'owner'];

/** What is handed on to a channel and does not become a message. */
export function passthroughRoutes(service: Service): V2Route[] {
  const { store } = service;
  return [
    {
      method: 'POST',
      path: '/conversations/:conversation/conversionEvents',
      async handle(call) {
        const body = await jsonBody(call.request);
        const { id } = conversationOf(store, call);
        const [channel, ...others] = channels.filter((name) => body[name] !== undefined);
        if (channel === undefined || others.length > 0) {
          throw badRequest('should match exactly one schema in oneOf');
        }
        const events = objects(requiredObject(requiredObject(body, channel), 'payload'), 'data', { from: 1 });
        if (events === undefined) throw badRequest("should have required property 'data'");
        // One data set for each conversation is as good as any: the real one is the channel's.
        const datasetId = BigInt(`0x${id.slice(0, 13)}`).toString();
        return { body: { conversionEvents: { datasetId, eventsReceived: events.length } } };
      },
    },
    {
      method: 'POST',
      path: '/conversations/:conversation/download',
      async handle(call) {
        const body = await jsonBody(call.request);
        const userId = requiredString(body, 'userId');
        conversationOf(store, call);
        const apple = optionalObject(body, 'apple');
        const reference = apple === undefined ? undefined : requiredObject(apple, 'interactiveDataRef');
        if (reference !== undefined) for (const name of appleFields) requiredString(reference, name);
        requireUser(store, call.app.id, userId);
        return { body: {} };
      },
    },
  ];
}
