import { Hono } from 'hono';
import {
  createRandom,
  createSystemClock,
  type Emulator,
  endConnection,
  maintenancePage,
  type RouteContext,
  startServer,
} from '../frame/index.js';
import { createBearerUrls } from './bearer-urls.js';
import { browserCookie } from './browser-cookie.js';
import { createChatterControl } from './control.js';
import { orgActions } from './org-actions.js';
import { sessionActions } from './session-actions.js';
import { createCors } from './cors.js';
import { createDistortions } from './distortions.js';
import { notFound } from './errors.js';
import { createLimits } from './limits.js';
import { createOAuth, seedApp } from './oauth/create-oauth.js';
import { oauthActions } from './oauth/oauth-actions.js';
import { createOAuthControl } from './oauth/oauth-control.js';
import { createOAuthRoutes, tokenPath } from './oauth/oauth-routes.js';
import { noteTokenRequest } from './oauth/token-endpoint.js';
import type { ChatterControl, ChatterCredentials, ChatterEmulatorOptions } from './options.js';
import { createPictureHandler, picturePaths } from './pictures/picture-handler.js';
import { respond, writingOf } from './render/respond.js';
import { createDataHandler } from './routes/data.js';
import { createSessions } from './sessions.js';
import { isDown } from './state/maintenance.js';
import { listVersions } from './versions.js';
import { seedWorld } from './world/world.js';

const twoHours = 2 * 3_600_000;

/** Starts an org with a few people in it, and the part of its API that deals with users, feeds and posts. */
export async function startChatterEmulator(
  options: ChatterEmulatorOptions = {},
): Promise<Emulator<ChatterCredentials, ChatterControl>> {
  const { seed = 1, clock = createSystemClock(), legacy = false } = options;
  const random = createRandom(seed);
  const { sessionMs = twoHours } = options;
  const world = seedWorld(random, clock, sessionMs);
  const { state, firstUser, secondUser, formerUser, account, task } = world;
  const sessions = createSessions({ clock, random, orgId: state.org.id, sessionMs });
  const limits = createLimits(clock);
  const distortions = createDistortions();
  const oauth = createOAuth({ clock, random, state, sessions, options });
  const client = seedApp(oauth, firstUser.username);
  // Their key has a source of its own, as cookies have.
  const bearerUrls = createBearerUrls(clock, createRandom(seed + 2));
  const answerPicture = createPictureHandler({ state, sessions, bearerUrls });
  const answerData = createDataHandler({ clock, state, sessions, limits, legacy, bearerUrls, distortions });
  // Cookies have a source of their own, so that their number changes no token.
  const cookieRandom = createRandom(seed + 1);
  const app = new Hono<{ Bindings: RouteContext }>();
  app.use(async (context, next) => {
    await next();
    context.res.headers.append('set-cookie', browserCookie(cookieRandom));
  });
  app.use((_context, next) => {
    const down = state.maintenances.some((maintenance) => isDown(maintenance, clock.now()));
    return down ? Promise.resolve(maintenancePage()) : next();
  });
  const cors = createCors(() => oauth.switches.isLoginHost);
  app.use(cors.middleware);
  app.route('/', createOAuthRoutes(oauth));
  app.use((context, next) => {
    const moved = oauth.instances.movedFrom(context.env);
    if (moved === undefined) return next();
    const { pathname, search } = new URL(context.req.url);
    return Promise.resolve(context.redirect(moved + pathname + search));
  });
  app.on(['GET', 'HEAD'], ['/services/data', '/services/data/'], (context) =>
    respond(200, listVersions(legacy), writingOf(context.req.raw, 'plain')),
  );
  app.all('/services/data/*', (context) => answerData(context.req.raw));
  app.on(['GET', 'HEAD'], picturePaths, (context) => answerPicture(context.req.raw));
  app.notFound((context) => {
    const { status, body } = notFound();
    return respond(status, body, writingOf(context.req.raw, 'plain'));
  });

  const server = await startServer({
    clock,
    routes: (request, context) =>
      oauth.instances.isSilent(context)
        ? endConnection(context.incoming, 'close')
        : app.fetch(request, context),
    onArrival: async (request, context) => {
      if (context.recorded.path !== tokenPath) return;
      oauth.switches.tokenRequests += 1;
      await noteTokenRequest(request, context, oauth);
    },
    ...(options.port === undefined ? {} : { port: options.port }),
  });

  const control = createChatterControl({
    control: server.control,
    random,
    state,
    sessions,
    limits,
    cors: cors.allowlist,
    distortions,
    oauth: createOAuthControl(oauth, server),
  });
  server.addActions({ ...orgActions(control), ...sessionActions(control), ...oauthActions(control) });
  const grant = { userId: firstUser.id, client, scope: 'refresh_token api chatter_api' };
  return {
    url: server.url,
    credentials: {
      instanceUrl: server.url,
      clientId: state.app.clientId,
      clientSecret: state.app.clientSecret,
      redirectUri: client.redirectUris[0] ?? '',
      username: firstUser.username,
      password: firstUser.password,
      accessToken: sessions.open(grant),
      refreshToken: oauth.refreshTokens.issue(grant),
      orgId: state.org.id,
      userId: firstUser.id,
      otherUserId: secondUser.id,
      otherUsername: secondUser.username,
      otherPassword: secondUser.password,
      formerUserId: formerUser.id,
      formerUsername: formerUser.username,
      formerPassword: formerUser.password,
      recordId: account.id,
      activityId: task.id,
    },
    control,
    close: () => server.close(),
  };
}
