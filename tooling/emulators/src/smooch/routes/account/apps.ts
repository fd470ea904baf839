import { readSettings, requireForward } from '../../input/app.js';
import { jsonBody } from '../../input/body.js';
import {
  changeMetadata,
  optionalMetadataChange,
  optionalString,
  requiredString,
} from '../../input/fields.js';
import type { Service } from '../../service.js';
import { createApp, removeApp } from '../../state/apps.js';
import { integrationOfType } from '../../state/integrations.js';
import { viewApp } from '../../views/common/app.js';
import { slice } from '../limit-offset.js';
import type { AccountRoute, Route } from '../route.js';

const called = 'App metadata';

/** The apps of the account, as the older versions have them. */
export function appListRoutes(service: Service): AccountRoute[] {
  const { store } = service;
  return [
    {
      method: 'GET',
      path: '/apps',
      versions: ['v1', 'v1.1'],
      handle(call) {
        const maker = call.query.get('serviceAccountId');
        const found = [...store.apps.values()].filter(
          ({ serviceAccountId }) => maker === null || serviceAccountId === maker,
        );
        const { items, ...rest } = slice(call, found);
        return { body: { apps: items.map(viewApp), ...rest } };
      },
    },
    {
      method: 'POST',
      path: '/apps',
      versions: ['v1', 'v1.1'],
      async handle({ request, caller }) {
        const body = await jsonBody(request);
        const app = createApp(service, {
          name: requiredString(body, 'name'),
          settings: readSettings(body),
          metadata: changeMetadata({}, optionalMetadataChange(body, 'metadata', called), called),
          serviceAccountId: caller.scope === 'account' ? caller.serviceAccountId : undefined,
        });
        return { status: 201, body: { app: viewApp(app) } };
      },
    },
  ];
}

export function appRoutes(service: Service): Route[] {
  const place = { path: '', paths: 'long only' } as const;
  return [
    { ...place, method: 'GET', handle: ({ app }) => ({ body: { app: viewApp(app) } }) },
    {
      ...place,
      method: 'PUT',
      async handle({ app, request }) {
        const body = await jsonBody(request);
        const name = optionalString(body, 'name');
        const settings = readSettings(body);
        requireForward(app.settings, settings);
        app.metadata = changeMetadata(app.metadata, optionalMetadataChange(body, 'metadata', called), called);
        app.name = name ?? app.name;
        app.settings = { ...app.settings, ...settings };
        return { body: { app: viewApp(app) } };
      },
    },
    {
      ...place,
      method: 'DELETE',
      reach: 'account',
      handle({ app }) {
        removeApp(service, app);
        return { body: {} };
      },
    },
    {
      method: 'GET',
      path: '/sdks',
      paths: 'long only',
      handle: ({ app }) => ({
        body: {
          androidIntegrationId: integrationOfType(service, app.id, 'android').id,
          iosIntegrationId: integrationOfType(service, app.id, 'ios').id,
          webIntegrationId: integrationOfType(service, app.id, 'web').id,
        },
      }),
    },
  ];
}
