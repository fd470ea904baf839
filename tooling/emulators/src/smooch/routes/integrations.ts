import { jsonBody } from '../input/body.js';
import { changeIntegration, readIntegration } from '../input/integration.js';
import type { Service } from '../service.js';
import {
  createIntegration,
  integrationsOf,
  removeIntegration,
  requireIntegration,
} from '../state/integrations.js';
import type { Integration } from '../state/model/index.js';
import { viewIntegration } from '../views/common/integration.js';
import { slice } from './limit-offset.js';
import { parameter, type Call, type Route } from './route.js';

/** What of v2 alone the older versions do not show. */
const unknownBefore = new Set(['custom', 'unity']);

export function integrationRoutes(service: Service): Route[] {
  const { store, ids } = service;
  const target = (call: Call): Integration =>
    requireIntegration(store, call.app.id, parameter(call, 'integration'));
  const show = (integration: Integration): { body: object } => ({
    body: { integration: viewIntegration(integration) },
  });
  return [
    {
      method: 'GET',
      path: '/integrations',
      handle(call) {
        const types = call.query.get('types')?.split(',');
        const found = integrationsOf(store, call.app.id).filter(
          ({ type }) => !unknownBefore.has(type) && (types === undefined || types.includes(type)),
        );
        const { items, ...rest } = slice(call, found);
        return { body: { integrations: items.map(viewIntegration), ...rest } };
      },
    },
    {
      method: 'POST',
      path: '/integrations',
      async handle({ app, request, version }) {
        const input = readIntegration(await jsonBody(request), version, ids);
        return { status: 201, ...show(createIntegration(service, app.id, input)) };
      },
    },
    { method: 'GET', path: '/integrations/:integration', handle: (call) => show(target(call)) },
    {
      method: 'PUT',
      path: '/integrations/:integration',
      async handle(call) {
        const body = await jsonBody(call.request);
        const integration = target(call);
        changeIntegration(integration, body);
        return show(integration);
      },
    },
    {
      method: 'DELETE',
      path: '/integrations/:integration',
      handle(call) {
        removeIntegration(service, target(call));
        return { body: {} };
      },
    },
  ];
}
