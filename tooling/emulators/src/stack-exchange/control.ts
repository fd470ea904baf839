import type { FrameFaultRules, FrameFaults } from '../frame/index.js';
import { postMessage } from './actions/post-message.js';
import type { ChatHost } from './network/sites.js';
import type { SocketCut } from './live/live-socket.js';
import type { RunningChat, Service } from './service.js';
import { messagesIn } from './state/chat-server.js';
import { currentRevision, editsOf } from './state/model.js';
import type { WireEvent } from './state/wire-event.js';
import type { Captcha } from './switches.js';
import { postThrottle, type ThrottleModel, voteThrottle } from './throttle.js';

/** An open socket. */
export interface ChatSocketSnapshot {
  readonly id: number;
  /** The room that it was opened for. */
  readonly roomId: number;
  /** Undefined for an anonymous visitor. */
  readonly userId: number | undefined;
  readonly openedAt: number;
}

/** A message as it is now. */
export interface ChatMessageSnapshot {
  readonly id: number;
  readonly userId: number;
  readonly userName: string;
  /** What was written. */
  readonly source: string;
  /** What the event feed carries. */
  readonly html: string;
  /** The message that this one answers. */
  readonly parentId: number | undefined;
  readonly edits: number;
  readonly stars: number;
  readonly pins: number;
  readonly isDeleted: boolean;
  readonly postedAt: number;
}

/** What can be done to one chat server from behind. */
export interface ChatServerControl {
  /** Posts as somebody, past the throttle and every other rule, and gives the id of the message. */
  say(roomId: number, userId: number, text: string, options?: { readonly replyTo?: number }): number;
  /** Spoils the open sockets, or the one with this id, and says how many that were. Default `drop`: no close frame. */
  cut(how?: SocketCut, socketId?: number): number;
  /** Forgets all events so far. Whoever comes back with the id of one of them is told to start anew. */
  reset(): void;
  /**
   * Switches all waits on (as at the beginning) or off: between posts, and the second between stars, pins and flags. Or sets a
   * model of one's own for posts. A model that always gives the same number forces that many seconds.
   */
  throttle(how: boolean | ThrottleModel): void;
  /** Refuses the next posts, one by default, whatever the model says. */
  refuseNextPosts(seconds: number, times?: number): void;
  /** The same for stars, pins and flags. */
  refuseNextVotes(seconds: number, times?: number): void;
  /** Freezes a room, or thaws it. */
  freeze(roomId: number, on?: boolean): void;
  /** What somebody has earned on the main site; undefined for somebody who has no user there. */
  setReputation(userId: number, reputation: number | undefined): void;
  sockets(): readonly ChatSocketSnapshot[];
  /** The messages of a room, oldest first, removed ones included. */
  messages(roomId: number): readonly ChatMessageSnapshot[];
  /** The events of a room that are still remembered, those for single people included, oldest first. */
  events(roomId: number): readonly WireEvent[];
}

/** What the emulator adds to the control. Its own functions act on `chat.stackexchange.com`, which loopback stands for. */
export interface StackExchangeControl extends ChatServerControl {
  /** Loses, doubles, reorders, delays or spoils frames of sockets. */
  readonly frameFaults: FrameFaults;
  /** The same for any of the chat servers. */
  server(host: ChatHost): ChatServerControl;
  /** Handshakes of sockets are answered with 503, so that clients have to poll. Open sockets stay. */
  socketsRefused(on: boolean): void;
  /** Ends every login, on the main sites and in the chats. Open sockets stay. */
  expireSessions(): void;
  /** Every fkey that was given out is worthless from now on; logins stay. */
  rotateFkeys(): void;
  /** Whoever logs in is asked to prove to be human: with a page (true) or a redirect to one. */
  captcha(how: boolean | Captcha): void;
  /** Whoever logs in is told that the site has no account for them yet. */
  accountMissing(on: boolean): void;
  /** Nobody can log in, as during maintenance. */
  readOnly(on: boolean): void;
}

export function createStackExchangeControl(
  service: Service,
  frameFaults: FrameFaultRules,
): StackExchangeControl {
  const { chats, switches, sessions } = service;
  return {
    ...createServerControl(service, chats['chat.stackexchange.com']),
    frameFaults,
    server: (host) => createServerControl(service, chats[host]),
    socketsRefused(on) {
      switches.socketsRefused = on;
    },
    expireSessions: () => sessions.expireAll(),
    rotateFkeys: () => sessions.rotateFkeys(),
    captcha(how) {
      switches.captcha = typeof how === 'string' ? how : how ? 'page' : undefined;
    },
    accountMissing(on) {
      switches.accountMissing = on;
    },
    readOnly(on) {
      switches.readOnly = on;
    },
  };
}

function createServerControl(
  service: Service,
  { server, throttle, votes, live }: RunningChat,
): ChatServerControl {
  const { clock, options } = service;
  const requireRoom = (roomId: number) => {
    const room = server.rooms.get(roomId);
    if (room === undefined) throw new RangeError(`There is no room ${roomId}.`);
    return room;
  };
  const requireUser = (userId: number) => {
    const user = server.users.get(userId);
    if (user === undefined) throw new RangeError(`There is no user ${userId}.`);
    return user;
  };
  return {
    say(roomId, userId, text, { replyTo } = {}) {
      const user = requireUser(userId);
      const scene = { clock, options, server };
      return postMessage(scene, requireRoom(roomId), user, { text, parentId: replyTo }).id;
    },
    cut: (how = 'drop', socketId) => live.cut(how, socketId),
    reset: () => server.events.forget(),
    throttle(how) {
      throttle.setModel(typeof how === 'object' ? how : how ? postThrottle : undefined);
      if (typeof how === 'boolean') votes.setModel(how ? voteThrottle : undefined);
    },
    refuseNextPosts: (seconds, times = 1) => throttle.refuseNext(seconds, times),
    refuseNextVotes: (seconds, times = 1) => votes.refuseNext(seconds, times),
    freeze(roomId, on = true) {
      requireRoom(roomId).frozen = on;
    },
    setReputation(userId, reputation) {
      requireUser(userId).reputation = reputation;
    },
    sockets: () =>
      [...live.sockets].map(({ id, ticket, openedAt }) => ({
        id,
        roomId: ticket.roomId,
        userId: ticket.userId,
        openedAt,
      })),
    messages: (roomId) =>
      messagesIn(server, requireRoom(roomId).id).map((message) => ({
        id: message.id,
        userId: message.userId,
        userName: server.users.get(message.userId)?.name ?? '',
        source: currentRevision(message).source,
        html: currentRevision(message).html,
        parentId: message.parent?.isReply === true ? message.parent.id : undefined,
        edits: editsOf(message),
        stars: message.stars.size,
        pins: message.pins.size,
        isDeleted: message.deleted !== undefined,
        postedAt: message.postedAt,
      })),
    events: (roomId) =>
      server.events
        .after(0)
        .filter((event) => event.roomId === requireRoom(roomId).id)
        .map((event) => event.wire),
  };
}
