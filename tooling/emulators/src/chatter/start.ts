import { Hono } from 'hono';
import {
  createRandom,
  createSystemClock,
  type Emulator,
  type RouteContext,
  startServer,
} from '../frame/index.js';
import { browserCookie } from './browser-cookie.js';
import { createChatterControl, type Switches } from './control.js';
import { sessionActions } from './session-actions.js';
import { createCors } from './cors.js';
import { notFound } from './errors.js';
import { createLimits } from './limits.js';
import { createOAuthHandler } from './oauth/oauth-handler.js';
import { createRefreshTokens } from './oauth/refresh-tokens.js';
import { createRequestsInFlight } from './oauth/requests-in-flight.js';
import { noteTokenRequest } from './oauth/token-endpoint.js';
import type { ChatterControl, ChatterCredentials, ChatterEmulatorOptions } from './options.js';
import { respond, writingOf } from './render/respond.js';
import { createDataHandler } from './routes/data.js';
import { createSessions } from './sessions.js';
import { listVersions } from './versions.js';
import { seedWorld } from './world/world.js';

const twoHours = 2 * 3_600_000;
const tokenPath = '/services/oauth2/token';

/** Starts an org with a few people in it, and the part of its API that deals with users, feeds and posts. */
export async function startChatterEmulator(
  options: ChatterEmulatorOptions = {},
): Promise<Emulator<ChatterCredentials, ChatterControl>> {
  const { seed = 1, clock = createSystemClock(), legacy = false } = options;
  const random = createRandom(seed);
  const world = seedWorld(random, clock);
  const { state } = world;
  const sessions = createSessions({
    clock,
    random,
    orgId: state.org.id,
    sessionMs: options.sessionMs ?? twoHours,
  });
  const refreshTokens = createRefreshTokens(random);
  const limits = createLimits(clock);
  const switches: Switches = { rotatesTokens: options.rotateTokens ?? false, tokenRequests: 0 };
  const oauthService = {
    clock,
    state,
    sessions,
    refreshTokens,
    inFlight: createRequestsInFlight(),
    rotatesTokens: () => switches.rotatesTokens,
  };

  const oauth = createOAuthHandler(oauthService);
  const answerData = createDataHandler({ clock, state, sessions, limits, legacy });
  // Cookies have a source of their own, so that their number changes no token.
  const cookieRandom = createRandom(seed + 1);
  const app = new Hono<{ Bindings: RouteContext }>();
  app.use(async (context, next) => {
    await next();
    context.res.headers.append('set-cookie', browserCookie(cookieRandom));
  });
  const cors = createCors();
  app.use(cors.middleware);
  app.all(tokenPath, (context) => oauth.token(context.req.raw, context.env));
  app.all('/services/oauth2/revoke', (context) => oauth.revoke(context.req.raw));
  app.on(['GET', 'HEAD'], ['/services/data', '/services/data/'], (context) =>
    respond(200, listVersions(legacy), writingOf(context.req.raw, 'plain')),
  );
  app.all('/services/data/*', (context) => answerData(context.req.raw));
  app.notFound((context) => {
    const { status, body } = notFound();
    return respond(status, body, writingOf(context.req.raw, 'plain'));
  });

  const server = await startServer({
    clock,
    routes: (request, context) => app.fetch(request, context),
    onArrival: async (request, context) => {
      if (context.recorded.path !== tokenPath) return;
      switches.tokenRequests += 1;
      await noteTokenRequest(request, context, oauthService);
    },
    ...(options.port === undefined ? {} : { port: options.port }),
  });

  const control = createChatterControl({
    control: server.control,
    state,
    sessions,
    limits,
    switches,
    cors: cors.allowlist,
  });
  server.addActions(sessionActions(control));
  const { firstUser, secondUser, formerUser, account } = world;
  const grant = { userId: firstUser.id, client: state.app, scope: 'refresh_token api chatter_api' };
  return {
    url: server.url,
    credentials: {
      instanceUrl: server.url,
      clientId: state.app.clientId,
      clientSecret: state.app.clientSecret,
      username: firstUser.username,
      password: firstUser.password,
      accessToken: sessions.open(grant),
      refreshToken: refreshTokens.issue(grant),
      orgId: state.org.id,
      userId: firstUser.id,
      otherUserId: secondUser.id,
      otherUsername: secondUser.username,
      otherPassword: secondUser.password,
      formerUsername: formerUser.username,
      formerPassword: formerUser.password,
      recordId: account.id,
    },
    control,
    close: () => server.close(),
  };
}
