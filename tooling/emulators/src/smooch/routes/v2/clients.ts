import { badRequest, notFound } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { readClientCreate } from '../../input/v2/client.js';
import type { Service } from '../../service.js';
import { participates } from '../../state/conversations.js';
import { requireIntegration } from '../../state/integrations.js';
import { removeClient, startLink } from '../../state/links.js';
import { viewClient, viewClients } from '../../views/v2/index.js';
import { parameter, type V2Route } from '../route.js';
import { pageOf } from './paging.js';
import { userOf } from './targets.js';

export function clientRoutes(service: Service): V2Route[] {
  const { store } = service;
  return [
    {
      method: 'POST',
      path: '/users/:user/clients',
      async handle(call) {
        const input = readClientCreate(await jsonBody(call.request), service.ids);
        const user = userOf(store, call);
        const integration = requireIntegration(store, call.app.id, input.integrationId);
        if (integration.type !== input.type) throw badRequest('The integration is of another type');
        const conversation = store.conversations.get(input.conversationId);
        if (conversation === undefined || !participates(conversation, user.id))
          throw notFound('Conversation');
        const { type, channelId, subject = `New message from ${call.app.name}` } = input;
        const criteria = type === 'mailgun' ? { address: channelId, subject } : { phoneNumber: channelId };
        const client = startLink(service, call.app, user, { ...input, criteria });
        return { status: 201, body: { client: viewClient(user, client) } };
      },
    },
    {
      method: 'GET',
      path: '/users/:user/clients',
      handle(call) {
        const page = pageOf(service, call, viewClients(userOf(store, call)));
        return { body: { clients: page.items, ...page.envelope } };
      },
    },
    {
      method: 'DELETE',
      path: '/users/:user/clients/:client',
      handle(call) {
        const user = userOf(store, call);
        const id = parameter(call, 'client');
        if (id === user.sdkClientId) throw badRequest("Cannot remove a client of type 'sdk'");
        const client = user.clients.find((candidate) => candidate.id === id);
        if (client === undefined) throw notFound('Client');
        removeClient(service, call.app, user, client, {
          reason: client.status === 'pending' ? 'linkCancelled' : 'api',
        });
        return { body: {} };
      },
    },
  ];
}
