/// <reference lib="esnext.disposable" preserve="true" />
import { systemClock, until, type CallOptions, type Pages } from '@x/http-core';
import type { ConnectionState } from '@x/http-core/live';
import type { GivenCookies } from './cookie-options.js';
import { fail, refuseArgument } from './errors.js';
import type { ChatEvent, LiveEventMap } from './events.js';
import { createChatHttp } from './http.js';
import type { Context } from './model/context.js';
import { createIdentityMap, type IdentityMap } from './model/identity-map.js';
import { Message, type MessageFacts } from './model/message.js';
import { Room, type RoomFacts } from './model/room.js';
import { User, type UserFacts } from './model/user.js';
import { listPages } from './lists.js';
import { readAccount, readOptions, type ChatExchangeOptions } from './options.js';
import { path } from './path.js';
import type { RoomsOptions, RoomsPage } from './rooms.js';
import type { NewRoom } from './room-settings.js';
import { createLateSchedule } from './late-schedule.js';
import type { FoundPage, SearchAllOptions } from './search.js';
import { createSessions } from './session.js';
import { createUserInfo } from './user-info.js';
import type { ImageSource, UploadOptions } from './upload.js';
import type { UserSearchOptions } from './users.js';
import { createLive, type ConnectOptions } from './live/live.js';
import type { EventIterator, ListenOptions } from './watch.js';

/** What an account still has to send. All rooms share it: the service counts over all of them. */
export interface ChatQueue {
  /** How many messages, edits and removals wait. At most 1,000 do. */
  readonly posts: number;
  /** How many stars, pins and flags wait. At most 1,000 do. */
  readonly votes: number;
  /** Resolves when nothing waits and nothing is on its way any more, however it ended. The signal ends only this wait. */
  drain(signal?: AbortSignal): Promise<void>;
}

/** One account, or an anonymous reader, at one chat server. */
export interface ChatExchange {
  /**
   * Logs in now, and not at the first call that needs it; resolves with whom. With an account, it is that one from now on.
   * See {@link createChatExchange} for what it rejects with.
   */
  login(email?: string, password?: string): Promise<User>;
  /**
   * Takes a login that was made elsewhere, in the place of what there is: cookies as `onCookies` gave them, or their JSON, or
   * the value of the cookie `acct` as a browser shows it. Resolves with whom the chat takes it for; rejects with `auth` /
   * `COOKIE_REFUSED` when that is nobody. Node.js only.
   */
  loginWithCookie(cookies: GivenCookies): Promise<User>;
  /** Leaves all rooms, ends the login at the service, forgets the cookies, and closes the client. */
  logout(): Promise<void>;
  /** The user who is logged in; logs in if need be. Rejects with `auth` / `NOT_LOGGED_IN` without an account or cookies. */
  getMe(): Promise<User>;
  /** A room; asks nothing. The same object each time, as long as somebody holds it. What is given as `facts` it takes as known. */
  getRoom(id: number, facts?: Partial<RoomFacts>): Room;
  /** A user; asks nothing. The same object each time, as long as somebody holds it. What is given as `facts` it takes as known. */
  getUser(id: number, facts?: Partial<UserFacts>): User;
  /** A message; asks nothing. The same object each time, as long as somebody holds it. What is given as `facts` it takes as known. */
  getMessage(id: number, facts?: Partial<MessageFacts>): Message;
  /**
   * What is said of many users in short, in as few requests as there are hundreds: `name`, `isModerator`, `reputation`,
   * `pictureUrl`, `lastSeenAt`, `lastPostAt`. In the order of what was given, and `undefined` in the place of whom the
   * service does not know.
   */
  getUsers(users: Iterable<User | number>, call?: CallOptions): Promise<readonly (User | undefined)[]>;
  /** Users whose names match a text, at most `limit`: from 1 to 100, default 50. */
  searchUsers(query: string, options?: UserSearchOptions): Promise<readonly User[]>;
  /** Those whose messages the account does not want to see. Rejects with `auth` / `NOT_LOGGED_IN` without an account. */
  ignoredUsers(call?: CallOptions): Promise<readonly User[]>;
  /**
   * The rooms of the server, the busiest first unless `sort` says otherwise; `filter` finds those with words in their name or
   * description. They know their names. A request is made for each page as it is reached, a second at least after the last.
   */
  rooms(options?: RoomsOptions): Pages<Room, RoomsPage>;
  /** What was said with these words in it, in all rooms or one. An empty query finds all that a `user` said. */
  search(query: string, options?: SearchAllOptions): Pages<Message, FoundPage>;
  /**
   * Makes a room and resolves with it. `host` is the site that it belongs to; default: the one where one logs in. Everybody
   * can talk there, unless `defaultAccess` says otherwise. Rejects with `refused`: `REPUTATION` below 100.
   */
  createRoom(room: NewRoom, call?: CallOptions): Promise<Room>;
  /**
   * Hands a picture to the service, at its address or as it is; resolves with the address of its copy, which shows as a
   * picture when it is sent as a message. Rejects with `refused`: `UPLOAD_REFUSED`, `REPUTATION` below 20.
   */
  uploadImage(source: ImageSource, options?: UploadOptions): Promise<string>;
  /** Marks mentions and replies as read. */
  acknowledge(messages: Iterable<Message | number>, call?: CallOptions): Promise<void>;
  /** Joins all favorite rooms of the account, as {@link Room.join} does one; resolves with those that it could enter. */
  joinFavorites(call?: CallOptions): Promise<readonly Room[]>;
  /** Leaves all rooms, joined here or elsewhere: their iterators end, and with them the connection. */
  leaveAll(call?: CallOptions): Promise<void>;
  /** `idle` without a joined room, `connecting`, `ready`, `reconnecting`, `closed`. */
  readonly state: ConnectionState;
  /**
   * Resolves when events come; the connection is made with the first room that is joined. Rejects with `usage` /
   * `NOT_JOINED` when there is none, `timeout` after `timeoutMs` (60 s), `closed`, or with what ended the connection for good. The
   * signal and the time end this wait and nothing else.
   */
  connect(options?: ConnectOptions): Promise<void>;
  /** Calls back for events of a type in all joined rooms, `event` for all types, `state`, `unreadable`. The function returned, or the signal, ends that. */
  on<Type extends keyof LiveEventMap>(
    type: Type,
    listener: (event: LiveEventMap[Type]) => unknown,
    options?: ListenOptions,
  ): () => void;
  /** The events of all joined rooms from now on. It ends when the client is closed. */
  events(): EventIterator<ChatEvent>;
  /** What waits for its turn, since the service lets nobody post or vote too fast. */
  readonly queue: ChatQueue;
  /**
   * Ends the connection and what waits, within a second; the login stays. What waits rejects with `closed` / `CLOSED`; to let
   * it go out first, wait for `queue.drain()`.
   */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Makes a client. It checks the options and does nothing else: the first call that needs an account logs in, and a
 * session that is lost is made anew, once for all calls.
 *
 * A login rejects with `auth`: `WRONG_PASSWORD`, `CAPTCHA` (log in by a browser once, or wait), `ACCOUNT_MISSING` (none on
 * the site of this chat), `READ_ONLY`, `LOGIN_FAILED`, `COOKIE_REFUSED`; with `rate-limit` / `ADDRESS_LIMITED` or `http` /
 * `CLOUDFLARE` when the service does not take any from this address. For a minute after that, no other is tried. A session that is
 * lost again within a minute after it was renewed is `auth` / `SESSION_LOST`, retryable, until that minute is over.
 *
 * @throws `usage` / `INVALID_OPTION` at once for options that cannot work, and for a password in a browser.
 * @example
 * ```ts
 * import { createChatExchange } from '@x/chatexchange';
 *
 * const { CHATEXCHANGE_EMAIL: email, CHATEXCHANGE_PASSWORD: password } = process.env;
 * const chat = createChatExchange({ host: 'stackexchange.com', email, password });
 * const sandbox = chat.getRoom(1);
 * await sandbox.sendMessage('hello, world');
 * await chat.close();
 * ```
 */
export function createChatExchange(options: ChatExchangeOptions): ChatExchange {
  const settings = readOptions(options);
  const sessions = createSessions(settings);
  const clock = settings.transport.clock ?? systemClock;
  const own = { ...settings, transport: { ...settings.transport, fetch: sessions.fetch } };
  const http = createChatHttp(own, sessions);
  const { maxRetryAfterMs } = settings.transport;
  const schedule = createLateSchedule({ clock, maxRetryAfterMs, paceAhead: settings.paceAhead });
  let sending: ReturnType<Context['sending']> | undefined;
  let isClosed = false;

  const context: Context = {
    http,
    schedule,
    sending: () =>
      (sending ??= import('./sending.js').catch((error: unknown) => {
        sending = undefined;
        throw error;
      })),
    clock,
    live: createLive({
      settings: own,
      http,
      loadReader: async () => {
        const { createReader } = await import('./events/read-events.js');
        return createReader(context);
      },
      roomOf: (id) => context.rooms.get(id),
      whoAmI: async () => (await sessions.account.get()).me?.id,
    }),
    rooms: createIdentityMap((id): Room => new Room(id, context)),
    messages: createIdentityMap((id): Message => new Message(id, context)),
    users: createIdentityMap((id): User => new User(id, context)),
    habits: settings.habits,
    userInfo: createUserInfo(http),
    site: settings.site,
    posted: { newestId: 0 },
    roomAddress: (id) => settings.chatRoot + (id === undefined ? '/' : path`/rooms/${id}`),
    me,
    assertOpen() {
      if (isClosed) throw fail('closed', 'CLOSED', 'the client was closed');
    },
  };

  async function me(): Promise<User> {
    context.assertOpen();
    const { id, name } = await sessions.me();
    return context.users.get(id).learn(name === '' ? {} : { name });
  }

  async function close(): Promise<void> {
    isClosed = true;
    schedule.close();
    await Promise.all([context.live.close(), saved()]);
  }

  /** Resolves when the cookies are saved, and after a second in any case. */
  function saved(): Promise<void> {
    return until(undefined, (resolve) => {
      void sessions.saved().then(resolve);
      return clock.after(1000, resolve);
    });
  }

  return {
    async login(email, password) {
      context.assertOpen();
      const account = readAccount(refuseArgument, email, password);
      if (account !== undefined) await sessions.logIn(account);
      return me();
    },
    async loginWithCookie(cookies) {
      context.assertOpen();
      await sessions.logInWithCookie(cookies);
      return me();
    },
    async logout() {
      const isSomewhere = context.live.isJoined();
      await close();
      // Who is on the way out need not hear that the rooms were left already.
      if (isSomewhere)
        await http.tell('/chats/leave/all', { quiet: true }, { retries: 0 }).catch(() => undefined);
      await sessions.logOut();
    },
    getMe: me,
    getRoom: (id, facts) => object(context.rooms, 'room', id).learn({ ...facts }),
    getUser: (id, facts) => object(context.users, 'user', id).learn({ ...facts }),
    getMessage: (id, facts) => object(context.messages, 'message', id).learn({ ...facts }),
    async getUsers(users, call) {
      const { getUsers } = await import('./users.js');
      return getUsers(context, users, call);
    },
    async searchUsers(query, search) {
      const { searchUsers } = await import('./users.js');
      return searchUsers(context, query, search);
    },
    async ignoredUsers(call) {
      const { ignoredUsers } = await import('./ignore-list.js');
      return ignoredUsers(context, call);
    },
    rooms: (list = {}) =>
      listPages(
        context,
        list,
        async (ask, page: number | undefined) =>
          (await import('./rooms.js')).readRoomsPage(context, list, ask, page),
        ({ rooms }) => rooms,
      ),
    search: (query, list = {}) =>
      listPages(
        context,
        list,
        async (ask, page: number | undefined) =>
          (await import('./search.js')).readFoundPage(context, query, list, ask, page),
        ({ messages }) => messages,
      ),
    async createRoom(room, call) {
      const { createRoom } = await import('./room-settings.js');
      return createRoom(context, room, call);
    },
    async uploadImage(source, upload) {
      const { uploadImage } = await import('./upload.js');
      return uploadImage(context, source, upload);
    },
    async acknowledge(messages, call) {
      const { acknowledge } = await import('./account.js');
      return acknowledge(context, messages, call);
    },
    async joinFavorites(call) {
      const { joinFavorites } = await import('./account.js');
      return joinFavorites(context, call);
    },
    leaveAll: (call) => context.live.leaveAll(call),
    get state() {
      return context.live.state;
    },
    connect: (call) => context.live.connect(call),
    queue: {
      get posts() {
        return schedule.waiting('posts');
      },
      get votes() {
        return schedule.waiting('votes');
      },
      drain: (signal) => schedule.drain(signal),
    },
    on: (type, listener, listen) => context.live.on(type, listener, listen),
    events: () => context.live.iterate(undefined, (event) => event),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Ids of users may be negative: those of the system are. */
function object<T extends object>(map: IdentityMap<T>, what: string, id: number): T {
  const least = what === 'user' ? Number.MIN_SAFE_INTEGER : 1;
  return Number.isSafeInteger(id) && id >= least
    ? map.get(id)
    : refuseArgument(`the id of a ${what}`, what === 'user' ? 'a whole number' : 'a whole number from 1');
}
