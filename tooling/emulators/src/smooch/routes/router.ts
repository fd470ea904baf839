import { Hono, type Context } from 'hono';
import { authenticate } from '../auth/authenticate.js';
import { authorize } from '../auth/authorize.js';
import type { Caller } from '../auth/caller.js';
import { notFound } from '../errors.js';
import { jsonResponse } from '../headers.js';
import type { Service } from '../service.js';
import type { ApiVersion, App } from '../state/model.js';
import { viewsOf } from '../views/index.js';
import { refusal } from './refusal.js';
import type { Route } from './route.js';

const versions: readonly ApiVersion[] = ['v1', 'v1.1'];

/**
 * Puts each route at its places: both versions, with and without the app in the path. What no route answers is 404 before
 * anything is checked.
 */
export function createRouter(service: Service, routes: readonly Route[]): Hono {
  const router = new Hono({ strict: false });
  router.notFound(() => refusal(notFound()));
  router.onError((error) => refusal(error));
  for (const route of routes) {
    for (const version of route.versions ?? versions) {
      const answer = (context: Context): Promise<Response> => run(service, route, version, context);
      router.on(route.method, `/${version}${route.path}`, answer);
      if (route.paths !== 'short only') {
        router.on(route.method, `/${version}/apps/:appId${route.path}`, answer);
      }
    }
  }
  return router;
}

async function run(service: Service, route: Route, version: ApiVersion, context: Context): Promise<Response> {
  const request = context.req.raw;
  const parameters: Record<string, string> = context.req.param();
  const caller = await authenticate(service, request.headers.get('authorization'), version);
  const app = authorize(service.store, caller, {
    appId: parameters['appId'],
    user: parameters['user'],
    openToAppUser: route.openToAppUser ?? false,
  });
  const { pathname, searchParams } = new URL(request.url);
  const reply = await route.handle({
    version,
    views: viewsOf(version),
    app,
    caller,
    request,
    path: pathname,
    parameters,
    query: searchParams,
  });
  return jsonResponse(reply.status ?? 200, reply.body, {
    ...(reply.pollInterval === undefined ? {} : { 'poll-interval': String(reply.pollInterval) }),
    ...accountHeaders(service, caller, app),
  });
}

/** An account that calls is told whom it called as, and for which app. */
function accountHeaders(service: Service, caller: Caller, app: App): Record<string, string> {
  if (caller.scope !== 'account') return {};
  return {
    'x-smooch-app-id': app.id,
    'x-smooch-app-maker-id': service.store.account.id,
    'x-smooch-jwt-scope': caller.scope,
  };
}
