import type { Asked } from '../asked.js';
import { webhook, type Maker, type World } from '../v2-world.js';

export function ofIntegrations(): Record<string, Maker> {
  const path = '/v2/apps/{appId}/integrations/{integrationId}';
  const telegram = { type: 'telegram', token: 't' };
  const ofNew = async ({ make }: World): Promise<Asked> => ({
    at: { integrationId: await make('/integrations', telegram, 'integration', 'id') },
  });
  const ofCustom = async ({ custom }: World): Promise<Asked> => ({ at: { integrationId: await custom() } });
  const below =
    (part: 'keys' | 'webhooks', name: string, json: object): Maker =>
    async ({ custom, make }) => {
      const integrationId = await custom();
      const id = await make(`/integrations/${integrationId}/${part}`, json, name, 'id');
      return { at: { integrationId, [`${name}Id`]: id } };
    };
  const ofKey = below('keys', 'key', { displayName: 'One' });
  const ofWebhook = below('webhooks', 'webhook', webhook);
  return {
    'POST /v2/apps/{appId}/integrations': () => ({ json: { ...telegram, displayName: 'Bot' } }),
    'GET /v2/apps/{appId}/integrations': () => ({ query: { 'page[size]': '50' } }),
    [`GET ${path}`]: ofCustom,
    [`PATCH ${path}`]: async (world) => ({ ...(await ofNew(world)), json: { displayName: 'Bot' } }),
    [`DELETE ${path}`]: ofNew,
    [`POST ${path}/keys`]: async (world) => ({ ...(await ofCustom(world)), json: { displayName: 'Two' } }),
    [`GET ${path}/keys`]: ofCustom,
    [`GET ${path}/keys/{keyId}`]: ofKey,
    [`DELETE ${path}/keys/{keyId}`]: ofKey,
    [`POST ${path}/webhooks`]: async (world) => ({ ...(await ofCustom(world)), json: webhook }),
    [`GET ${path}/webhooks`]: ofCustom,
    [`GET ${path}/webhooks/{webhookId}`]: ofWebhook,
    [`PATCH ${path}/webhooks/{webhookId}`]: async (world) => ({
      ...(await ofWebhook(world)),
      json: { includeFullUser: true },
    }),
    [`DELETE ${path}/webhooks/{webhookId}`]: ofWebhook,
  };
}
