import type { RouteContext } from '../../frame/index.js';
import type { Scene } from '../actions/scene.js';
import { type Destination, rootOf } from '../network/hosts.js';
import type { PageContext } from '../pages/page-context.js';
import type { RunningChat, Service } from '../service.js';
import { identify } from '../sessions/identify.js';
import type { Visitor } from '../sessions/sessions.js';
import { userOf } from '../state/chat-server.js';
import type { User } from '../state/model.js';

/** A request whose sender is known, as a route sees it. */
export interface Call {
  readonly service: Service;
  readonly destination: Destination;
  /** The host as it was asked for, with its port. */
  readonly host: string;
  readonly chat: RunningChat;
  readonly scene: Scene;
  readonly visitor: Visitor;
  /** The visitor on this chat server; undefined when anonymous. */
  readonly user: User | undefined;
  readonly page: PageContext;
  readonly query: URLSearchParams;
  /** The fields of the body. A body of any other type has none, whatever it holds. */
  readonly form: URLSearchParams;
  /** The fields of a body that can hold files; undefined for any other. */
  readonly multipart: () => Promise<FormData | undefined>;
  /** `Set-Cookie` lines that go out with the answer. */
  readonly cookies: string[];
}

export async function openCall(
  service: Service,
  destination: Destination,
  request: Request,
  context: RouteContext,
): Promise<Call> {
  const { clock, options, sessions } = service;
  const chat = service.chats[destination.chatHost];
  const { server } = chat;
  const { visitor, cookies } = identify(
    sessions,
    { method: request.method, cookieHeader: request.headers.get('cookie') },
    destination,
    server.site,
    options.chatCookieSuffices,
  );
  const user = userOf(server, visitor.person);
  const host = context.incoming.headers.host ?? '';
  const isLoginSite = destination.kind === 'both';
  if (user !== undefined) user.lastSeenAt = clock.now();
  return {
    service,
    destination,
    host,
    chat,
    scene: { clock, options, server },
    visitor,
    user,
    page: {
      server,
      options,
      reader: user,
      fkey: visitor.chatFkey,
      now: clock.now(),
      loginRoot: isLoginSite ? `http://${host}` : rootOf(server.site.login.host, destination),
      isLoginSite,
      path: context.recorded.path,
    },
    query: new URL(request.url).searchParams,
    form: await readForm(request),
    multipart: () => readMultipart(request),
    cookies: [...cookies],
  };
}

async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type);
  return new URLSearchParams(isForm ? await request.text() : '');
}

async function readMultipart(request: Request): Promise<FormData | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) return undefined;
  try {
    return await request.formData();
  } catch {
    // A body without its boundaries holds nothing.
    return undefined;
  }
}
