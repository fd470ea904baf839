import { badRequest, notFound } from '../errors.js';
import { jsonBody } from '../input/body.js';
import { readWebhookInput, requireTarget } from '../input/webhook.js';
import type { Service } from '../service.js';
import type { Webhook } from '../state/model/index.js';
import { defaultTriggers } from '../webhooks/triggers.js';
import { parameter, type Call, type Route } from './route.js';

const webhookLimit = 10;

export function webhookRoutes(service: Service): Route[] {
  const { store, ids } = service;
  const ofApp = (call: Call): Webhook[] =>
    [...store.webhooks.values()].filter(({ appId }) => appId === call.app.id);
  const target = (call: Call): Webhook => {
    const webhook = store.webhooks.get(parameter(call, 'webhook'));
    if (webhook?.appId !== call.app.id) throw notFound('Webhook');
    return webhook;
  };

  return [
    {
      method: 'GET',
      path: '/webhooks',
      handle: (call) => ({
        body: { webhooks: ofApp(call).map((webhook) => call.views.webhook(webhook)) },
      }),
    },
    {
      method: 'POST',
      path: '/webhooks',
      async handle(call) {
        const body = await jsonBody(call.request);
        const input = readWebhookInput(body, call.version);
        const webhook: Webhook = {
          id: ids.object(),
          appId: call.app.id,
          integrationId: undefined,
          secret: ids.webhookSecret(),
          version: call.version,
          target: requireTarget(body),
          triggers: input.triggers ?? defaultTriggers(call.version),
          includeFullSource: input.includeFullSource ?? false,
          includeFullUser: input.includeFullUser ?? false,
        };
        if (ofApp(call).length >= webhookLimit) {
          throw badRequest(`An app can have at most ${webhookLimit} webhooks`);
        }
        store.webhooks.set(webhook.id, webhook);
        return { status: 201, body: { webhook: call.views.webhook(webhook) } };
      },
    },
    {
      method: 'GET',
      path: '/webhooks/:webhook',
      handle: (call) => ({ body: { webhook: call.views.webhook(target(call)) } }),
    },
    {
      method: 'PUT',
      path: '/webhooks/:webhook',
      async handle(call) {
        const body = await jsonBody(call.request);
        const webhook = target(call);
        // The version of the webhook decides what it may listen to, not that of the call.
        const input = readWebhookInput(body, webhook.version);
        webhook.target = input.target ?? webhook.target;
        webhook.triggers = input.triggers ?? webhook.triggers;
        webhook.includeFullSource = input.includeFullSource ?? webhook.includeFullSource;
        webhook.includeFullUser = input.includeFullUser ?? webhook.includeFullUser;
        return { body: { webhook: call.views.webhook(webhook) } };
      },
    },
    {
      method: 'DELETE',
      path: '/webhooks/:webhook',
      handle(call) {
        const webhook = target(call);
        store.webhooks.delete(webhook.id);
        service.forgetWebhook(webhook);
        return { body: {} };
      },
    },
  ];
}
