import { notFound } from '../errors.js';
import { jsonBody } from '../input/body.js';
import { readNewWebhook, readWebhookInput } from '../input/webhook.js';
import type { Service } from '../service.js';
import type { Webhook } from '../state/model/index.js';
import { changeWebhook, createWebhook, removeWebhook } from '../state/webhooks.js';
import { requireTarget } from '../webhooks/target-check.js';
import { parameter, type Call, type Route } from './route.js';

export function webhookRoutes(service: Service): Route[] {
  const { store } = service;
  const ofApp = (call: Call): Webhook[] =>
    [...store.webhooks.values()].filter((webhook) => isVisible(webhook, call));
  const target = (call: Call): Webhook => {
    const webhook = store.webhooks.get(parameter(call, 'webhook'));
    if (webhook === undefined || !isVisible(webhook, call)) throw notFound('Webhook');
    return webhook;
  };

  return [
    {
      method: 'GET',
      reach: 'integration',
      path: '/webhooks',
      handle: (call) => ({
        body: { webhooks: ofApp(call).map((webhook) => call.views.webhook(webhook)) },
      }),
    },
    {
      method: 'POST',
      reach: 'integration',
      path: '/webhooks',
      async handle(call) {
        const input = readNewWebhook(await jsonBody(call.request), call.version);
        await requireTarget(service, input.target);
        const owner = { appId: call.app.id, integrationId: ownIntegration(call), version: call.version };
        const webhook = createWebhook(service, owner, input);
        return { status: 201, body: { webhook: call.views.webhook(webhook) } };
      },
    },
    {
      method: 'GET',
      reach: 'integration',
      path: '/webhooks/:webhook',
      handle: (call) => ({ body: { webhook: call.views.webhook(target(call)) } }),
    },
    {
      method: 'PUT',
      reach: 'integration',
      path: '/webhooks/:webhook',
      async handle(call) {
        const body = await jsonBody(call.request);
        const webhook = target(call);
        // The version of the webhook decides what it may listen to, not that of the call.
        const input = readWebhookInput(body, webhook.version);
        changeWebhook(webhook, input);
        return { body: { webhook: call.views.webhook(webhook) } };
      },
    },
    {
      method: 'DELETE',
      reach: 'integration',
      path: '/webhooks/:webhook',
      handle(call) {
        removeWebhook(service, target(call));
        return { body: {} };
      },
    },
  ];
}

/** Webhooks of v2 are seen in v2 only. A partner sees what they made, and an app what was made for it. */
function isVisible({ appId, version, integrationId }: Webhook, call: Call): boolean {
  return appId === call.app.id && version !== 'v2' && integrationId === ownIntegration(call);
}

function ownIntegration({ caller }: Call): string | undefined {
  return caller.scope === 'integration' ? caller.integrationId : undefined;
}
