import type { Hono } from 'hono';
import { SignJWT } from 'jose';
import { authenticate } from '../auth/authenticate.js';
import { badRequest, forbidden, invalidCredentials } from '../errors.js';
import { jsonResponse } from '../headers.js';
import { jsonBody } from '../input/body.js';
import { requiredString, type Body } from '../input/fields.js';
import type { Service } from '../service.js';
import { createIntegration, removeIntegration } from '../state/integrations.js';
import { addKey } from '../state/keys.js';
import { statusOf } from '../webhooks/status-of.js';
import type { Integration, OAuthClient } from '../state/model/index.js';

const codeLifeMs = 10 * 60_000;

/** How long a partner is waited for who is told of the end, in real time. */
const removalPatienceMs = 5_000;

/** How partners come by a token for the app of a business. Whoever opens the first page is its owner and has decided already. */
export function addOAuthRoutes(router: Hono, service: Service): void {
  for (const prefix of ['/oauth', '/sc/oauth']) {
    router.get(`${prefix}/authorize`, ({ req }) => authorize(service, new URL(req.url).searchParams));
    router.post(`${prefix}/token`, async ({ req }) => jsonResponse(200, await exchange(service, req.raw)));
    router.delete(`${prefix}/authorization`, async ({ req }) => {
      await revoke(service, req.raw);
      return jsonResponse(200, {});
    });
  }
}

function authorize({ store, ids, clock, switches }: Service, query: URLSearchParams): Response {
  const client = store.oauthClients.get(query.get('client_id') ?? '');
  if (client === undefined) throw badRequest('Invalid client_id');
  if (query.get('response_type') !== 'code') throw badRequest('Invalid response_type');
  const address = query.get('redirect_uri') ?? client.redirectUri;
  if (address !== client.redirectUri) throw badRequest('Invalid redirect_uri');
  const target = new URL(address);
  const [app] = store.apps.values();
  if (switches.refuseOAuth || app === undefined) {
    target.searchParams.set('error', 'access_denied');
  } else {
    const code = ids.oauthCode();
    const expiresAt = clock.now() + codeLifeMs;
    store.oauthCodes.set(code, { code, clientId: client.id, appId: app.id, expiresAt });
    target.searchParams.set('code', code);
  }
  const state = query.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return new Response(null, { status: 302, headers: { location: target.href } });
}

async function exchange(service: Service, request: Request): Promise<object> {
  const { store, clock } = service;
  const body = await jsonOrForm(request);
  if (requiredString(body, 'grant_type') !== 'authorization_code') throw badRequest('Invalid grant_type');
  const client = store.oauthClients.get(requiredString(body, 'client_id'));
  if (client === undefined || client.secret !== requiredString(body, 'client_secret')) {
    throw invalidCredentials();
  }
  const code = store.oauthCodes.get(requiredString(body, 'code'));
  if (code === undefined || code.clientId !== client.id || code.expiresAt < clock.now()) {
    throw badRequest('Invalid authorization code');
  }
  store.oauthCodes.delete(code.code);
  return { access_token: await issueToken(service, client, code.appId), token_type: 'Bearer' };
}

/** A partner is an integration of the app, and the token is signed with a key of it, so that it dies with it. */
async function issueToken(service: Service, client: OAuthClient, appId: string): Promise<string> {
  const integration =
    [...service.store.integrations.values()].find(
      (candidate) => candidate.appId === appId && candidate.oauthClientId === client.id,
    ) ??
    createIntegration(service, appId, {
      type: client.id,
      displayName: client.name,
      oauthClientId: client.id,
    });
  const key = addKey(service, { name: client.name, appId, integrationId: integration.id });
  return new SignJWT({ scope: 'integration', appId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: key.id })
    .setIssuedAt(Math.floor(service.clock.now() / 1000))
    .sign(new TextEncoder().encode(key.secret));
}

/** The partner leaves the app, and takes its webhooks and tokens along. */
async function revoke(service: Service, request: Request): Promise<void> {
  const caller = await authenticate(service, request.headers, 'v2');
  if (caller.scope !== 'integration') throw forbidden();
  const integration = service.store.integrations.get(caller.integrationId);
  if (integration?.oauthClientId === undefined) throw forbidden();
  removeIntegration(service, integration);
  const { removeUrl } = service.switches;
  if (removeUrl !== undefined) await tellOfRemoval(removeUrl, integration);
}

/** Whether the partner has heard it changes nothing: their access is gone. */
async function tellOfRemoval(removeUrl: string, { appId, id }: Integration): Promise<void> {
  await statusOf(removeUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ app: { id: appId }, integration: { id } }),
    signal: AbortSignal.timeout(removalPatienceMs),
  });
}

/** v2 sends JSON here, and the older versions a form. */
async function jsonOrForm(request: Request): Promise<Body> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return jsonBody(request);
  return Object.fromEntries(new URLSearchParams(await request.text()));
}
