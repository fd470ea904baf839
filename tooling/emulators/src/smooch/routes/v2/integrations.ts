import { badRequest } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { objects } from '../../input/fields.js';
import { changeIntegration, readIntegration } from '../../input/integration.js';
import { integrationKinds } from '../../input/integration-kinds.js';
import { readNewWebhook } from '../../input/webhook.js';
import type { Service } from '../../service.js';
import { createIntegration, integrationsOf, removeIntegration } from '../../state/integrations.js';
import type { Integration } from '../../state/model/index.js';
import { createWebhook } from '../../state/webhooks.js';
import { viewIntegration } from '../../views/v2/index.js';
import { requireTarget } from '../../webhooks/target-check.js';
import type { V2Route } from '../route.js';
import { pageOf } from './paging.js';
import { integrationOf } from './targets.js';

export function integrationRoutes(service: Service): V2Route[] {
  const { store, ids } = service;
  const show = (integration: Integration): { body: object } => ({
    body: { integration: viewIntegration(store, integration) },
  });
  return [
    {
      method: 'POST',
      path: '/integrations',
      reach: 'app',
      async handle({ app, request }) {
        const body = await jsonBody(request);
        const input = readIntegration(body, 'v2', ids);
        const [webhook] =
          input.type === 'custom' ? (objects(body, 'webhooks', { from: 1, to: 1 }) ?? []) : [];
        const first = webhook === undefined ? undefined : readNewWebhook(webhook, 'v2');
        if (first !== undefined) await requireTarget(service, first.target);
        const integration = createIntegration(service, app.id, input);
        if (first !== undefined) {
          createWebhook(service, { appId: app.id, integrationId: integration.id, version: 'v2' }, first);
        }
        return { status: 201, ...show(integration) };
      },
    },
    {
      method: 'GET',
      path: '/integrations',
      reach: 'app',
      handle(call) {
        const types = call.query.get('filter[types]')?.split(',');
        if (types?.some((type) => integrationKinds[type] === undefined) === true) {
          throw badRequest('Invalid query parameters');
        }
        const found = integrationsOf(store, call.app.id).filter(
          ({ type }) => types === undefined || types.includes(type),
        );
        const page = pageOf(service, call, found);
        const integrations = page.items.map((integration) => viewIntegration(store, integration));
        return { body: { integrations, ...page.envelope } };
      },
    },
    {
      method: 'GET',
      path: '/integrations/:integration',
      reach: 'app',
      handle: (call) => show(integrationOf(store, call)),
    },
    {
      method: 'PATCH',
      path: '/integrations/:integration',
      reach: 'app',
      async handle(call) {
        const body = await jsonBody(call.request);
        const integration = integrationOf(store, call);
        changeIntegration(integration, body);
        return show(integration);
      },
    },
    {
      method: 'DELETE',
      path: '/integrations/:integration',
      reach: 'app',
      handle(call) {
        const integration = integrationOf(store, call);
        if (integration.fromAdminCenter) {
          throw badRequest('SDK integrations configured on Admin Center cannot be deleted');
        }
        removeIntegration(service, integration);
        return { body: {} };
      },
    },
  ];
}
