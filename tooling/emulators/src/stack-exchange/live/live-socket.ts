import { type AcceptedSocket, type Clock, createOutbox, type FrameFaultRules } from '../../frame/index.js';
import { toWireJson } from '../content/wire-json.js';
import type { ResolvedOptions } from '../options.js';
import { type ChatServer, mayEnter } from '../state/chat-server.js';
import type { ChatEvent } from '../state/event-log.js';
import type { Room } from '../state/model.js';
import type { WireEvent } from '../state/wire-event.js';
import {
  type Frame,
  groupByRoom,
  roomFrame,
  type RoomNews,
  roomNews,
  type ServerFrame,
  serverFrame,
  timeoutNews,
  type Viewer,
} from './frames.js';
import type { SocketTicket } from './tokens.js';

/**
 * How a socket comes to an end: with a close frame, without one, by a TCP reset, in the middle of a frame; or not at all, although
 * nothing comes any more and a close frame stays unanswered.
 */
export type SocketCut = 'close' | 'drop' | 'reset' | 'halfFrame' | 'deaf';

/** An open socket of a client. */
export interface LiveSocket {
  readonly id: number;
  readonly ticket: SocketTicket;
  readonly openedAt: number;
  /** Sends the first frame: what happened after `since`, which is undefined for everything. */
  begin(since: number | undefined): void;
  deliver(events: readonly ChatEvent[]): void;
  /** Tells what is new about a room that is watched, or that its user must leave it. */
  noteRoomChange(room: Room): void;
  /** Tells the client to load everything anew. */
  reload(): void;
  /** Tells the client to leave a room, if it watches it. */
  exit(roomId: number): void;
  cut(how: SocketCut): void;
  /** No timer of this socket runs afterwards. */
  stop(): void;
}

export interface LiveSocketParts {
  readonly id: number;
  readonly ticket: SocketTicket;
  readonly accepted: AcceptedSocket;
  readonly server: ChatServer;
  readonly clock: Clock;
  readonly options: ResolvedOptions;
  readonly frameFaults: FrameFaultRules;
  /** Whether a sign of life is to be sent when it is time for one. */
  readonly keepsAlive: () => boolean;
}

const goingAway = 1001;

export function createLiveSocket(parts: LiveSocketParts): LiveSocket {
  const { id, ticket, accepted, server, clock, options } = parts;
  const { roomId, userId } = ticket;
  const outbox = createOutbox(accepted, parts.frameFaults, clock);
  /** The newest id of the server when the last frame went out, whatever room that was about. */
  let told = server.events.newestId;
  const toldTimeouts = new Map<number, Room['timeout']>();
  let mute = false;
  let cancelKeepAlive = (): void => {};

  // Who was kicked, or has left, hears no more of that room; an anonymous visitor is never shown in any.
  const isJoined = (joinedId: number): boolean =>
    userId === undefined ? joinedId === roomId : (server.present.get(joinedId)?.has(userId) ?? false);
  const isAllowed = (room: Room | undefined): boolean =>
    room !== undefined && mayEnter(room, userId === undefined ? undefined : server.users.get(userId));
  const isWatched = (watchedId: number): boolean =>
    isJoined(watchedId) && isAllowed(server.rooms.get(watchedId));
  const viewer: Viewer = {
    userId,
    isWatched,
    watchedRooms: () => [...new Set([roomId, ...server.present.keys()])].filter(isWatched),
    fallbackRoomId: roomId,
  };

  const send = (frame: Frame | ServerFrame): void => {
    if (mute) return;
    outbox.send(toWireJson(frame));
    awaitKeepAlive();
  };

  const awaitKeepAlive = (): void => {
    cancelKeepAlive();
    cancelKeepAlive = clock.after(options.keepAliveMs, () => {
      if (parts.keepsAlive()) send(roomFrame(roomId, newsOf(roomId, [])));
      else awaitKeepAlive();
    });
  };

  const newsOf = (ofRoomId: number, events: readonly WireEvent[], since = told): RoomNews => {
    told = server.events.newestId;
    const news = roomNews(events, since, told);
    const room = server.rooms.get(ofRoomId);
    toldTimeouts.set(ofRoomId, room?.timeout);
    return { ...news, ...timeoutNews(room, clock.now()) };
  };

  const sendEvents = (events: readonly ChatEvent[], always: boolean): void => {
    const groups = groupByRoom(events, viewer);
    if (always && !groups.has(roomId)) groups.set(roomId, []);
    if (groups.size === 0) return;
    const since = told;
    const frame = [...groups].map(([key, group]) => [`r${key}`, newsOf(key, group, since)] as const);
    send(Object.fromEntries(frame));
  };

  return {
    id,
    ticket,
    openedAt: clock.now(),
    begin(since) {
      const { events } = server;
      const newestId = events.newestId;
      if (since !== undefined && since < events.oldestResumableId) {
        told = newestId;
        send(roomFrame(roomId, { reset: true }));
        return;
      }
      const missed = events
        .after(since ?? 0)
        .filter((event) => options.resumes === 'all' || event.audience !== 'room' || event.roomId === roomId);
      told = Math.min(since ?? (missed[0]?.id ?? newestId + 1) - 1, newestId);
      sendEvents(missed, true);
    },
    deliver: (events) => sendEvents(events, false),
    noteRoomChange(room) {
      if (!isJoined(room.id)) return;
      if (!isAllowed(room)) send(roomFrame(room.id, { exit: true }));
      else if (toldTimeouts.get(room.id) !== room.timeout) send(roomFrame(room.id, newsOf(room.id, [])));
    },
    reload: () => send(serverFrame(clock.now())),
    exit(leftId) {
      if (isJoined(leftId)) send(roomFrame(leftId, { exit: true }));
    },
    cut(how) {
      if (how === 'halfFrame') accepted.sendHalfFrame(toWireJson(roomFrame(roomId, newsOf(roomId, []))));
      if (how === 'close') accepted.webSocket.close(goingAway);
      else if (how === 'deaf') accepted.ignoreClose();
      else accepted.destroyWithoutClose(how === 'reset' ? 'reset' : 'close');
      mute = true;
      cancelKeepAlive();
    },
    stop() {
      mute = true;
      cancelKeepAlive();
    },
  };
}
