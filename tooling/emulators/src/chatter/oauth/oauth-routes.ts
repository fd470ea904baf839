import { Hono } from 'hono';
import type { RouteContext } from '../../frame/index.js';
import { type FlatAnswer, formatOf, write } from './answer-format.js';
import { answerAuthorizeRequest } from './authorize-endpoint.js';
import { answerDevicePage } from './device-endpoint.js';
import { discoveryDocument } from './discovery.js';
import { answerIdentity, answerUserInfo } from './identity.js';
import { answerIntrospectRequest } from './introspect-endpoint.js';
import { errorPage } from './login-page.js';
import { OAuthError, postRequired } from './oauth-error.js';
import { readParameters } from './parameters.js';
import { answerRevokeRequest } from './revoke-endpoint.js';
import type { OAuthService } from './service.js';
import { answerTokenRequest } from './token-endpoint.js';
import type { TokenRequest } from './token-request.js';

/** Where tokens are asked for. */
export const tokenPath = '/services/oauth2/token';

/** Everything about who somebody is and who may act in whose name. */
export function createOAuthRoutes(service: OAuthService): Hono<{ Bindings: RouteContext }> {
  const app = new Hono<{ Bindings: RouteContext }>();
  app.all(tokenPath, (context) =>
    answered(context.req.raw, context.env, (request) => answerTokenRequest(request, service), 'by POST'),
  );
  app.all('/services/oauth2/introspect', (context) =>
    answered(context.req.raw, context.env, (request) => answerIntrospectRequest(request, service), 'by POST'),
  );
  app.all('/services/oauth2/revoke', (context) =>
    answered(context.req.raw, context.env, (request) => {
      answerRevokeRequest(request, service);
      return undefined;
    }),
  );
  app.on(['GET', 'POST'], '/services/oauth2/authorize', ({ req }) =>
    shown(req.raw, (parameters) => answerAuthorizeRequest(parameters, service)),
  );
  app.on(['GET', 'POST'], '/setup/connect', ({ req }) =>
    shown(req.raw, (parameters) => answerDevicePage(parameters, service)),
  );
  app.on(['GET', 'POST'], '/services/oauth2/userinfo', ({ req }) =>
    shown(req.raw, (parameters) => answerUserInfo(req.raw, parameters, service)),
  );
  app.get('/.well-known/openid-configuration', (context) =>
    context.json(discoveryDocument(new URL(context.req.url).origin)),
  );
  app.get('/id/keys', async (context) => context.json({ keys: [(await service.signingKey()).publicKey] }));
  app.on(['GET', 'POST'], '/id/:orgId/:userId', ({ req }) =>
    answerIdentity(req.raw, { orgId: req.param('orgId'), userId: req.param('userId') }, service),
  );
  return app;
}

/** Reads what a browser sends and answers it, if need be with a page that says what is wrong. */
async function shown(request: Request, answer: (parameters: URLSearchParams) => Response): Promise<Response> {
  try {
    return answer(await readParameters(request));
  } catch (error) {
    if (error instanceof OAuthError) return errorPage(error);
    throw error;
  }
}

/** Reads a request and writes its answer, in success and in failure. */
async function answered(
  request: Request,
  context: RouteContext,
  answer: (request: TokenRequest) => FlatAnswer | undefined | Promise<FlatAnswer>,
  method?: 'by POST',
): Promise<Response> {
  let parameters = new URLSearchParams();
  const format = () => formatOf(parameters, request.headers.get('accept'));
  try {
    if (method === 'by POST' && request.method !== 'POST') throw postRequired();
    parameters = await readParameters(request);
    const authorization = request.headers.get('authorization');
    const body = await answer({ parameters, authorization, origin: new URL(request.url).origin, context });
    return body === undefined ? new Response(null, { status: 200 }) : write(200, body, format());
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return write(400, { error: error.error, error_description: error.description }, format());
  }
}
