import { systemClock, until, type Pages } from '@x/http-core';
import type { ChatExchange } from './chat-exchange.js';
import { createEnding } from './ending.js';
import { fail, refuseArgument } from './errors.js';
import { createChatHttp } from './http.js';
import type { Context } from './model/context.js';
import { createIdentityMap, type IdentityMap } from './model/identity-map.js';
import { Message } from './model/message.js';
import { Room } from './model/room.js';
import { User } from './model/user.js';
import { listPages } from './lists.js';
import { readAccount, readOptions, type ChatExchangeOptions } from './options.js';
import { createLateSchedule } from './late-schedule.js';
import type { RoomsOptions, RoomsPage } from './rooms.js';
import { createSessions } from './session.js';
import type { AskUserInfo } from './user-info.js';
import { createLive } from './live/live.js';

/**
 * Makes a client; without options, one that reads `chat.stackexchange.com`. It checks the options and does nothing else:
 * the first call that needs an account logs in, and a session that is lost is made anew, once for all calls.
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
export function createChatExchange(options: ChatExchangeOptions = {}): ChatExchange {
  const ending = createEnding();
  const settings = readOptions(options, ending);
  const sessions = createSessions(settings);
  const clock = settings.transport.clock ?? systemClock;
  const own = { ...settings, transport: { ...settings.transport, fetch: sessions.fetch } };
  const http = createChatHttp(own, sessions);
  const { maxRetryAfterMs } = settings.transport;
  const schedule = createLateSchedule({ clock, maxRetryAfterMs, paceAhead: settings.paceAhead });
  let sending: ReturnType<Context['sending']> | undefined;
  let userInfo: AskUserInfo | undefined;
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
    ending,
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
    async userInfo(id, call) {
      const { createUserInfo } = await import('./user-info.js');
      return (userInfo ??= createUserInfo(http))(id, call);
    },
    site: settings.site,
    posted: { newestId: 0 },
    roomAddress: (id) => settings.chatRoot + (id === undefined ? '/' : `/rooms/${id}`),
    me,
    assertOpen() {
      if (isClosed) throw fail('closed', 'CLOSED', 'the client was closed');
    },
  };

  async function me(signal?: AbortSignal): Promise<User> {
    context.assertOpen();
    const { id, name } = await until<Awaited<ReturnType<typeof sessions.me>>>(signal, (resolve, reject) => {
      sessions.me().then(resolve, reject);
    });
    return context.users.get(id).learn(name === '' ? {} : { name });
  }

  function rooms(list: RoomsOptions = {}): Pages<Room, RoomsPage> {
    return listPages(
      context,
      list,
      async (ask, page: number | undefined) =>
        (await import('./reading-rooms.js')).readRoomsPage(context, list, ask, page),
      (page) => page.rooms,
    );
  }

  /** Begins nothing more; what is on its way goes on, but for what waits in the queue. */
  async function retire(): Promise<void> {
    isClosed = true;
    schedule.close();
    await context.live.close();
  }

  async function close(): Promise<void> {
    const retired = retire();
    ending.come(fail('closed', 'CLOSED', 'the client was closed'));
    await Promise.all([retired, saved()]);
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
      await retire();
      try {
        // Who is on the way out need not hear that the rooms were left already.
        if (isSomewhere)
          await http.tell('/chats/leave/all', { quiet: true }, { retries: 0 }).catch(() => undefined);
        await sessions.logOut();
      } finally {
        await close();
      }
    },
    getMe: () => me(),
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
      const { ignoredUsers } = await import('./administering.js');
      return ignoredUsers(context, call);
    },
    rooms,
    search: (query, list = {}) =>
      listPages(
        context,
        list,
        async (ask, page: number | undefined) =>
          (await import('./reading-rooms.js')).readFoundPage(context, query, list, ask, page),
        ({ messages }) => messages,
      ),
    async createRoom(room, call) {
      const { createRoom } = await import('./administering.js');
      return createRoom(context, room, call);
    },
    async uploadImage(source, upload) {
      const { uploadImage } = await import('./administering.js');
      return uploadImage(context, source, upload);
    },
    async acknowledge(messages, call) {
      const { acknowledge } = await import('./administering.js');
      return acknowledge(context, messages, call);
    },
    async joinFavorites(call) {
      const { joinFavorites } = await import('./administering.js');
      const favorites = rooms({ ...call, tab: 'favorite', frozen: true, pageSize: 100 });
      return joinFavorites(context, favorites, call);
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
