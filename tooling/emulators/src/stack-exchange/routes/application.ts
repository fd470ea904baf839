import { Hono } from 'hono';
import type { RouteContext } from '../../frame/index.js';
import { destinationOf } from '../network/hosts.js';
import { errorPage } from '../pages/error.js';
import { notFoundPage } from '../pages/not-found.js';
import { privateRoomPage } from '../pages/private-room.js';
import type { Service } from '../service.js';
import { pageAnswer, redirectAnswer } from './answers.js';
import { acknowledgingRoutes } from './acknowledging.js';
import { type Call, openCall } from './call.js';
import { changingRoutes } from './changing.js';
import { conversationRoutes } from './conversations.js';
import { eventRoutes } from './events.js';
import { flagRoutes } from './flags.js';
import { feedRoutes } from './feeds.js';
import { fragmentRoutes } from './fragments.js';
import { lastMessageRoute } from './last-message.js';
import { listingRoutes } from './listings.js';
import { loginRoutes } from './login.js';
import { logoutRoutes } from './logout.js';
import { mainPageRoutes } from './main-pages.js';
import { messageRoutes } from './messages.js';
import { movingRoutes } from './moving.js';
import { pageRoutes } from './pages.js';
import { postingRoutes } from './posting.js';
import { presenceRoutes } from './presence.js';
import { Broken, Declined, PageNotFound, PrivateRoom } from './refusals.js';
import { roomChoiceRoutes } from './room-choices.js';
import { roomAccessRoutes } from './room-access.js';
import { roomSettingRoutes } from './room-settings.js';
import { roomRoutes } from './rooms.js';
import { searchRoutes } from './search.js';
import type { Route } from './route.js';
import { switchedOffRoutes } from './switched-off.js';
import { transcriptRoutes } from './transcripts.js';
import { uploadRoutes } from './uploads.js';
import { userSettingRoutes } from './user-settings.js';
import { userRoutes } from './users.js';
import { voteRoutes } from './votes.js';

interface Environment {
  Bindings: RouteContext & { readonly call: Call };
}

const chatRoutes: readonly Route[] = [
  ...pageRoutes,
  ...listingRoutes,
  ...switchedOffRoutes,
  ...feedRoutes,
  ...fragmentRoutes,
  lastMessageRoute,
  ...roomChoiceRoutes,
  ...roomAccessRoutes,
  ...roomSettingRoutes,
  ...conversationRoutes,
  ...movingRoutes,
  ...roomRoutes,
  ...userSettingRoutes,
  ...uploadRoutes,
  ...userRoutes,
  ...eventRoutes,
  ...presenceRoutes,
  ...postingRoutes,
  ...acknowledgingRoutes,
  ...changingRoutes,
  ...voteRoutes,
  ...flagRoutes,
  ...messageRoutes,
  ...transcriptRoutes,
  ...searchRoutes,
];

const mainRoutes: readonly Route[] = [...loginRoutes, ...logoutRoutes];

/** All hosts of the network behind one port: which one is meant, the Host header says. */
export function createApplication(
  service: Service,
): (request: Request, context: RouteContext) => Promise<Response> {
  const applications = {
    chat: createRouter(chatRoutes, 'chat'),
    main: createRouter([...mainRoutes, ...mainPageRoutes], 'main'),
    front: createRouter(mainPageRoutes, 'main'),
    // Where both are one, the front page is the chat's.
    both: createRouter(
      [...mainRoutes, ...mainPageRoutes.filter(({ path }) => path !== '/'), ...chatRoutes],
      'both',
    ),
  };
  return async (request, context) => {
    const destination = destinationOf(context.incoming.headers.host ?? '');
    if (destination === undefined) {
      return new Response('This host is not part of the network.', { status: 421 });
    }
    const call = await openCall(service, destination, request, context);
    const answer = await applications[destination.kind].fetch(request, { ...context, call });
    for (const cookie of call.cookies) answer.headers.append('set-cookie', cookie);
    return answer;
  };
}

function createRouter(routes: readonly Route[], kind: 'chat' | 'main' | 'both'): Hono<Environment> {
  const router = new Hono<Environment>({ strict: false });
  const mainPaths = new Set(mainRoutes.map(({ path }) => path));
  for (const route of routes) {
    // A login site has an fkey of its own.
    const isMain = kind === 'main' || mainPaths.has(route.path);
    router.on(route.method, route.path, (context) => {
      const { call } = context.env;
      if (route.method === 'POST' && route.needsFkey !== false) requireFkey(call, isMain);
      return route.handle(call, context.req.param());
    });
  }
  router.notFound((context) => pageAnswer(notFoundPage(context.env.call.page), 404));
  router.onError((error, context) => refusalAnswer(error, context.env.call));
  return router;
}

function requireFkey({ form, visitor }: Call, isMain: boolean): void {
  if (form.get('fkey') !== (isMain ? visitor.mainFkey : visitor.chatFkey)) throw new PageNotFound();
}

function refusalAnswer(error: Error, { page }: Call): Response {
  if (error instanceof PageNotFound) return pageAnswer(notFoundPage(page), 404);
  // The service answers 200 here.
  if (error instanceof PrivateRoom) return pageAnswer(privateRoomPage(page, error.roomId));
  if (error instanceof Declined) {
    return new Response(error.message, {
      status: error.status,
      headers: { 'content-type': 'text/plain; charset=utf-8', chat: 'error' },
    });
  }
  if (error instanceof Broken) {
    return error.how === 'page'
      ? pageAnswer(errorPage(page), 500)
      : redirectAnswer(`/error?aspxerrorpath=${page.path}`);
  }
  throw error;
}
