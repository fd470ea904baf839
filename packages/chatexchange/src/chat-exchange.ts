/// <reference lib="esnext.disposable" preserve="true" />
import type { CallOptions, Pages } from '@x/http-core';
import type { ConnectionState } from '@x/http-core/live';
import type { GivenCookies } from './cookie-options.js';
import type { ChatEvent, LiveEventMap } from './events.js';
import type { ConnectOptions } from './live/live.js';
import type { MessageFacts } from './model/message-facts.js';
import type { Message } from './model/message.js';
import type { Room, RoomFacts } from './model/room.js';
import type { User, UserFacts } from './model/user.js';
import type { RoomsOptions, RoomsPage } from './rooms.js';
import type { NewRoom } from './room-settings.js';
import type { FoundPage, SearchAllOptions } from './search.js';
import type { ImageSource, UploadOptions } from './upload.js';
import type { UserSearchOptions } from './users.js';
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
   * See `createChatExchange` for what it rejects with.
   */
  login(email?: string, password?: string): Promise<User>;
  /**
   * Takes a login that was made elsewhere, in the place of what there is: cookies as `onCookies` gave them, or their JSON, or
   * the value of the cookie `acct` as a browser shows it. Resolves with whom the chat takes it for; rejects with `auth` /
   * `COOKIE_REFUSED` when that is nobody. When it is lost it is made anew by the password of the client, if that is of the
   * same user; else nobody is logged in any more. Node.js only.
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
   * Ends the connection and every call, within a second; the login stays. What waits, is on its way or comes later rejects
   * with `closed` / `CLOSED`; to let messages go out first, wait for `queue.drain()`.
   */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
