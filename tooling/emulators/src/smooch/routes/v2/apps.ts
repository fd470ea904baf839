import { ApiError } from '../../errors.js';
import { readSettings, requireForward } from '../../input/app.js';
import { jsonBody } from '../../input/body.js';
import { changeMetadata, limitedString, optionalMetadataChange, requiredText } from '../../input/fields.js';
import type { Service } from '../../service.js';
import { createApp, removeApp } from '../../state/apps.js';
import { viewApp, viewAppWithSubdomain } from '../../views/v2/index.js';
import type { AccountRoute, V2Route } from '../route.js';
import { pageOf } from './paging.js';

const called = 'App metadata';

/** The apps of the account. */
export function appListRoutes(service: Service): AccountRoute[] {
  const { store } = service;
  return [
    {
      method: 'POST',
      path: '/apps',
      versions: ['v2'],
      async handle({ request, caller }) {
        const body = await jsonBody(request);
        const app = createApp(service, {
          name: requiredText(body, 'displayName', 100),
          settings: readSettings(body),
          metadata: changeMetadata({}, optionalMetadataChange(body, 'metadata', called), called),
          serviceAccountId: caller.scope === 'account' ? caller.serviceAccountId : undefined,
        });
        return { status: 201, body: { app: viewApp(app) } };
      },
    },
    {
      method: 'GET',
      path: '/apps',
      versions: ['v2'],
      handle(call) {
        const { caller, query } = call;
        const maker = query.get('filter[serviceAccountId]');
        const own = caller.scope === 'account' ? caller.serviceAccountId : undefined;
        if (maker !== null && own !== undefined && own !== maker) throw notTheirs();
        const found = [...store.apps.values()].filter(
          ({ serviceAccountId }) => maker === null || serviceAccountId === maker,
        );
        const page = pageOf(service, call, found);
        return { body: { apps: page.items.map(viewApp), ...page.envelope } };
      },
    },
  ];
}

/** One app. */
export function appRoutes(service: Service): V2Route[] {
  return [
    {
      method: 'GET',
      path: '',
      reach: 'app',
      handle: ({ app }) => ({ body: { app: viewAppWithSubdomain(app) } }),
    },
    {
      method: 'PATCH',
      path: '',
      reach: 'app',
      async handle({ app, request }) {
        const body = await jsonBody(request);
        const name = limitedString(body, 'displayName', 100);
        const settings = readSettings(body);
        requireForward(app.settings, settings);
        app.metadata = changeMetadata(app.metadata, optionalMetadataChange(body, 'metadata', called), called);
        app.name = name ?? app.name;
        app.settings = { ...app.settings, ...settings };
        return { body: { app: viewApp(app) } };
      },
    },
    {
      method: 'DELETE',
      path: '',
      reach: 'account',
      handle({ app }) {
        removeApp(service, app);
        return { body: {} };
      },
    },
  ];
}

function notTheirs(): ApiError {
  return new ApiError(403, 'forbidden', 'The serviceAccountId provided does not match supplied credentials');
}
