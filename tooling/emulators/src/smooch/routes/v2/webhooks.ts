import { forbidden, notFound } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { readNewWebhook, readWebhookInput } from '../../input/webhook.js';
import type { Service } from '../../service.js';
import type { Integration, Webhook } from '../../state/model/index.js';
import { changeWebhook, createWebhook, removeWebhook } from '../../state/webhooks.js';
import { viewWebhook } from '../../views/v2/index.js';
import { requireTarget } from '../../webhooks/target-check.js';
import { parameter, type AppCall, type V2Route } from '../route.js';
import { integrationOf } from './targets.js';

const webhooks = '/integrations/:integration/webhooks';

export function webhookRoutes(service: Service): V2Route[] {
  const { store } = service;
  const owner = (call: AppCall): Integration => {
    const integration = integrationOf(store, call);
    const { caller } = call;
    // Programs see their own webhooks and nobody else's.
    if (caller.scope === 'integration' && caller.integrationId !== integration.id) throw forbidden();
    return integration;
  };
  const webhooksOf = ({ id }: Integration): Webhook[] =>
    [...store.webhooks.values()].filter(({ integrationId }) => integrationId === id);
  const target = (call: AppCall): Webhook => {
    const id = parameter(call, 'webhook');
    const webhook = webhooksOf(owner(call)).find((candidate) => candidate.id === id);
    if (webhook === undefined) throw notFound('Webhook');
    return webhook;
  };
  return [
    {
      method: 'POST',
      path: webhooks,
      async handle(call) {
        const input = readNewWebhook(await jsonBody(call.request), 'v2');
        await requireTarget(service, input.target);
        const of = { appId: call.app.id, integrationId: owner(call).id, version: 'v2' } as const;
        return { status: 201, body: { webhook: viewWebhook(createWebhook(service, of, input)) } };
      },
    },
    {
      method: 'GET',
      path: webhooks,
      handle: (call) => ({ body: { webhooks: webhooksOf(owner(call)).map(viewWebhook) } }),
    },
    {
      method: 'GET',
      path: `${webhooks}/:webhook`,
      handle: (call) => ({ body: { webhook: viewWebhook(target(call)) } }),
    },
    {
      method: 'PATCH',
      path: `${webhooks}/:webhook`,
      async handle(call) {
        const input = readWebhookInput(await jsonBody(call.request), 'v2');
        const webhook = target(call);
        changeWebhook(webhook, input);
        return { body: { webhook: viewWebhook(webhook) } };
      },
    },
    {
      method: 'DELETE',
      path: `${webhooks}/:webhook`,
      handle(call) {
        removeWebhook(service, target(call));
        return { body: {} };
      },
    },
  ];
}
