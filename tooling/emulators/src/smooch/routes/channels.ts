import { badRequest, notFound } from '../errors.js';
import { jsonBody } from '../input/body.js';
import { readLink } from '../input/link.js';
import type { Service } from '../service.js';
import { isSdk, linkedClients } from '../state/clients.js';
import { defaultConversation } from '../state/conversations.js';
import { integrationOfType, integrationsOf, requireIntegration } from '../state/integrations.js';
import { removeClient, startLink } from '../state/links.js';
import type { Client, LegacyVersion, User } from '../state/model/index.js';
import { requireUser } from '../state/users.js';
import type { Wire } from '../views/common/wire.js';
import { parameter, type Call, type Route } from './route.js';

const qrChannels = ['viber', 'wechat'] as const;

/** What each channel calls the thing by which it knows a user. */
const entityNames: Readonly<Record<string, string>> = {
  twilio: 'phoneNumber',
  messagebird: 'phoneNumber',
  mailgun: 'address',
  whatsapp: 'username',
  telegram: 'chatId',
};

export function channelRoutes(service: Service): Route[] {
  const { store } = service;
  const target = (call: Call): User => requireUser(store, call.app.id, parameter(call, 'user'));
  const onChannel = (call: Call, user: User): Client => {
    const type = parameter(call, 'channel');
    const client = user.clients.find((candidate) => candidate.type === type);
    if (client === undefined) throw notFound('Channel');
    return client;
  };
  return [
    {
      method: 'GET',
      path: '/appusers/:user/channels',
      reach: 'integration',
      handle: (call) => ({
        body: {
          channels: linkedClients(target(call))
            .filter((client) => !isSdk(client))
            .map((client) => viewEntity(client, call.version)),
        },
      }),
    },
    {
      method: 'POST',
      path: '/appusers/:user/channels',
      reach: 'integration',
      async handle(call) {
        const input = readLink(await jsonBody(call.request), call.app.name, {
          version: call.version,
          ids: service.ids,
        });
        const user = target(call);
        const integrationId = integrationFor(service, call, input.type, input.integrationId);
        const conversation = defaultConversation(store, user);
        startLink(service, call.app, user, { ...input, integrationId, conversationId: conversation?.id });
        return { body: { appUser: call.views.appUser(user, conversation) } };
      },
    },
    {
      method: 'DELETE',
      path: '/appusers/:user/channels/:channel',
      reach: 'integration',
      handle(call) {
        const user = target(call);
        const client = onChannel(call, user);
        removeClient(service, call.app, user, client, {
          reason: client.status === 'pending' ? 'linkCancelled' : 'api',
        });
        return { body: {} };
      },
    },
    {
      method: 'POST',
      path: '/appusers/:user/integrations/:channel/ping',
      reach: 'integration',
      handle(call) {
        if (onChannel(call, target(call)).status !== 'pending') {
          throw badRequest('There is no link to confirm on the channel');
        }
        return { body: {} };
      },
    },
    ...qrChannels.map((channel): Route => ({
      method: 'GET',
      path: `/appusers/:user/integrations/${channel}/qrcode`,
      reach: 'integration',
      handle(call) {
        const user = target(call);
        const found = integrationsOf(store, call.app.id).find(({ type }) => type === channel);
        if (found === undefined) throw notFound('Integration');
        return { body: { url: `${service.url()}/qrcodes/${channel}/${user.id}` } };
      },
    })),
  ];
}

/** The integration that is named, or the one of the type. */
function integrationFor(service: Service, { app }: Call, type: string, named: string | undefined): string {
  if (named !== undefined) return requireIntegration(service.store, app.id, named).id;
  return integrationOfType(service, app.id, type).id;
}

/** v1 did not tell by which integration. */
function viewEntity({ type, integrationId, channelId }: Client, version: LegacyVersion): Wire {
  const entity = { [entityNames[type] ?? 'userId']: channelId };
  return version === 'v1' ? { type, ...entity } : { type, integrationId, ...entity };
}
