import type { RecordedRequest } from '../../frame/index.js';
import type { Service } from '../service.js';
import { Connection } from '../rtm/connection.js';
import type { Link } from '../socket-mode/link.js';
import type { LoggedFrame, SocketKind } from '../sockets/frame-log.js';

/** Which open sockets are meant: those for which all of this is so. */
export interface SocketSelector {
  readonly connectionId?: string;
  readonly kind?: SocketKind;
  /** The token that its address was asked for with. */
  readonly token?: string;
  /** Whom an RTM connection is for. */
  readonly userId?: string;
  /** For which app a Socket Mode connection is. */
  readonly appId?: string;
}

/** An open socket of either kind. */
export interface OpenSocket {
  readonly id: string;
  readonly kind: SocketKind;
  readonly token: string;
  /** Of an RTM connection. */
  readonly userId: string | undefined;
  /** Of a Socket Mode connection. */
  readonly appId: string | undefined;
  /** Milliseconds since 1970 by the emulator's clock. */
  readonly openedAt: number;
}

export function describeSocket(socket: Connection | Link): OpenSocket {
  const { id, kind, openedAt, session } = socket;
  return {
    id,
    kind,
    token: session.token,
    userId: 'userId' in session ? session.userId : undefined,
    appId: 'appId' in session ? session.appId : undefined,
    openedAt,
  };
}

/** The open sockets of both kinds that are meant, oldest first of each kind. */
export function socketsOf({ hub, links }: Service, selector: SocketSelector): (Connection | Link)[] {
  return [...hub.connections, ...links.links].filter((socket) => isMeant(describeSocket(socket), selector));
}

export function isMeant(socket: OpenSocket, selector: SocketSelector): boolean {
  const { connectionId = socket.id, kind = socket.kind, token = socket.token } = selector;
  const { userId = socket.userId, appId = socket.appId } = selector;
  return (
    socket.id === connectionId &&
    socket.kind === kind &&
    socket.token === token &&
    socket.userId === userId &&
    socket.appId === appId
  );
}

export function isRtm(socket: Connection | Link): socket is Connection {
  return socket instanceof Connection;
}

/** Which frames are meant: those for which all of this is so. */
export interface FrameFilter {
  readonly connectionId?: string;
  readonly kind?: SocketKind;
  readonly from?: 'client' | 'emulator';
  /** The type of the frame; `ack` for the answer to a message, which has none. */
  readonly type?: string;
  /** What its text holds. */
  readonly contains?: string;
  /** What its fields are. */
  readonly values?: Readonly<Record<string, unknown>>;
}

export function isFrame(logged: LoggedFrame, filter: FrameFilter): boolean {
  const { connectionId = logged.connectionId, kind = logged.kind, from = logged.from } = filter;
  const { type, contains, values = {} } = filter;
  return (
    logged.connectionId === connectionId &&
    logged.kind === kind &&
    logged.from === from &&
    (type === undefined || typeOf(logged.frame) === type) &&
    (contains === undefined || logged.text.includes(contains)) &&
    Object.entries(values).every(([name, value]) => logged.frame?.[name] === value)
  );
}

/** The type of a frame; `ack` for the answer to a message, which has none. */
export function typeOf(frame: Readonly<Record<string, unknown>> | undefined): unknown {
  return frame !== undefined && 'reply_to' in frame && !('type' in frame) ? 'ack' : frame?.['type'];
}

/** Which HTTP requests are meant: those for which all of this is so. */
export interface CallFilter {
  /** Of the Web API: `chat.postMessage`. */
  readonly method?: string;
  /** Path without the query, of other addresses. */
  readonly path?: string;
  /** The token that came with it, in the header, the body or the query. */
  readonly token?: string;
}

export function isCall(request: RecordedRequest, { method, path, token }: CallFilter): boolean {
  return (
    (method === undefined || request.path === `/api/${method}` || request.path === `/${method}`) &&
    (path === undefined || request.path === path) &&
    (token === undefined || isSentWith(request, token))
  );
}

/** Whether a call brings this token, in the header, in a form or in its address. */
function isSentWith({ headers, text, query }: RecordedRequest, token: string): boolean {
  return (
    headers['authorization']?.endsWith(` ${token}`) === true ||
    query.get('token') === token ||
    text.includes(token) ||
    text.includes(encodeURIComponent(token))
  );
}
