import { Hono, type Context } from 'hono';
import { authenticate } from '../auth/authenticate.js';
import { authorize, requireReach, type Access } from '../auth/authorize.js';
import type { Caller } from '../auth/caller.js';
import { notFound } from '../errors.js';
import { jsonResponse } from '../headers.js';
import type { Service } from '../service.js';
import type { ApiVersion, App, LegacyVersion } from '../state/model/index.js';
import { viewsOf } from '../views/index.js';
import { isV2Path, refusal } from './refusal.js';
import type { AccountCall, AccountRoute, AppCall, Reply, Route, V2Route } from './route.js';

const legacyVersions: readonly LegacyVersion[] = ['v1', 'v1.1'];

export interface Routes {
  readonly legacy: readonly Route[];
  readonly v2: readonly V2Route[];
  readonly account: readonly AccountRoute[];
}

/**
 * Puts each route at its places: every version that has it, with and without the app in the path, v2 also below `/sc` as on the
 * hosts of Zendesk. What no route answers is 404 before anything is checked.
 */
export function createRouter(service: Service, routes: Routes): Hono {
  const router = new Hono({ strict: false });
  router.notFound(({ req }) => refusal(notFound(), isV2Path(req.path)));
  router.onError((error, { req }) => refusal(error, isV2Path(req.path)));
  for (const route of routes.account) addAccountRoute(router, service, route);
  for (const route of routes.legacy) addLegacyRoute(router, service, route);
  for (const route of routes.v2) addV2Route(router, service, route);
  return router;
}

function addAccountRoute(router: Hono, service: Service, route: AccountRoute): void {
  for (const version of route.versions) {
    const answer = async (context: Context): Promise<Response> => {
      const call = await identified(service, context, version);
      requireReach(call.caller, route.reach ?? 'account');
      return respond(service, call, await route.handle(call));
    };
    const prefixes = version === 'v2' ? ['/v2', '/sc/v2'] : [`/${version}`];
    for (const prefix of prefixes) router.on(route.method, prefix + route.path, answer);
  }
}

function addLegacyRoute(router: Hono, service: Service, route: Route): void {
  const access = { reach: route.reach ?? 'app', openToAppUser: route.openToAppUser ?? false } as const;
  for (const version of route.versions ?? legacyVersions) {
    const answer = async (context: Context): Promise<Response> => {
      const call = aboutApp(service, await identified(service, context, version), access);
      const reply = await route.handle({ ...call, version, views: viewsOf(version) });
      return respond(service, call, reply, call.app);
    };
    for (const path of spellings(route.path)) {
      if (route.paths !== 'long only') router.on(route.method, `/${version}${path}`, answer);
      if (route.paths !== 'short only') router.on(route.method, `/${version}/apps/:appId${path}`, answer);
    }
  }
}

/** The service must have taken both: its own library wrote `appUsers` in most of its paths for years. */
function spellings(path: string): string[] {
  return path.startsWith('/appusers') ? [path, path.replace('/appusers', '/appUsers')] : [path];
}

function addV2Route(router: Hono, service: Service, route: V2Route): void {
  const access = { reach: route.reach ?? 'integration', openToAppUser: false } as const;
  const answer = async (context: Context): Promise<Response> => {
    const call = aboutApp(service, await identified(service, context, 'v2'), access);
    return respond(service, call, await route.handle(call), call.app);
  };
  for (const prefix of ['/v2', '/sc/v2']) {
    router.on(route.method, `${prefix}/apps/:appId${route.path}`, answer);
  }
}

async function identified(service: Service, context: Context, version: ApiVersion): Promise<AccountCall> {
  const request = context.req.raw;
  const caller = await authenticate(service, request.headers, version);
  const { pathname, searchParams } = new URL(request.url);
  return {
    version,
    caller,
    request,
    path: pathname,
    parameters: context.req.param(),
    query: searchParams,
  };
}

function aboutApp(
  service: Service,
  call: AccountCall,
  access: Pick<Access, 'reach' | 'openToAppUser'>,
): AppCall {
  const { appId, user } = call.parameters;
  return {
    ...call,
    app: authorize(service.store, call.caller, { ...access, version: call.version, appId, user }),
  };
}

function respond(service: Service, { caller }: AccountCall, reply: Reply, app?: App): Response {
  return jsonResponse(reply.status ?? 200, reply.body, {
    ...(reply.pollInterval === undefined ? {} : { 'poll-interval': String(reply.pollInterval) }),
    ...accountHeaders(service, caller, app),
  });
}

/** An account that calls is told whom it called as, and for which app. */
function accountHeaders(service: Service, caller: Caller, app: App | undefined): Record<string, string> {
  if (caller.scope !== 'account') return {};
  return {
    ...(app === undefined ? {} : { 'x-smooch-app-id': app.id }),
    'x-smooch-app-maker-id': service.store.account.id,
    'x-smooch-jwt-scope': caller.scope,
  };
}
