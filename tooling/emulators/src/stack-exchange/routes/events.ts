import {
  type Frame,
  type FrameKey,
  groupByRoom,
  type RoomNews,
  roomNews,
  type ServerFrame,
  serverFrame,
  timeoutNews,
} from '../live/frames.js';
import { mayEnter } from '../state/chat-server.js';
import type { ChatEvent } from '../state/event-log.js';
import { isHighlight } from '../state/highlights.js';
import { jsonAnswer } from './answers.js';
import type { Call } from './call.js';
import { ownRoot } from './own-root.js';
import { PageNotFound } from './refusals.js';
import { roomHistoryRoute } from './room-history.js';
import { numberIn, type Route } from './route.js';

export const eventRoutes: readonly Route[] = [
  roomHistoryRoute,
  { method: 'POST', path: '/events', handle: (call) => jsonAnswer(poll(call)) },
  {
    method: 'POST',
    path: '/ws-auth',
    handle(call) {
      const { chat, form, service, user, visitor } = call;
      const room = chat.server.rooms.get(numberIn(form, 'roomid') ?? 0);
      // A room that is closed to the visitor is none here, where pages would say that it is private.
      if (room === undefined || !mayEnter(room, user)) throw new PageNotFound();
      const token = chat.live.tokens.issue({
        roomId: room.id,
        userId: user?.id,
        isCurrent: () => service.sessions.isCurrent(visitor),
      });
      return jsonAnswer({ url: `${ownRoot(call).replace(/^http/, 'ws')}/events/${room.id}/${token}` });
    },
  },
];

/** The same as a frame of a socket would say, for each room that is asked for. */
function poll(call: Call): Frame | ServerFrame {
  const { chat, form, user, page } = call;
  const { server } = chat;
  const { newestId, oldestResumableId } = server.events;
  const asked = [...form].flatMap(([name, value]) => {
    const [, view, id] = /^([rh])(\d+)$/.exec(name) ?? [];
    if (id === undefined) return [];
    const roomId = Number(id);
    const highlights = view === 'h';
    const key: FrameKey = highlights ? `h${roomId}` : `r${roomId}`;
    return [{ key, highlights, roomId, since: Number(value) || 0 }];
  });
  if (asked.some(({ since }) => since > 0 && chat.live.mustReload(since))) return serverFrame(page.now);
  const [first] = asked;
  const askedRooms = new Set(asked.map(({ roomId }) => roomId));
  const news = asked.flatMap(({ key, highlights, roomId, since }): [FrameKey, RoomNews][] => {
    const room = server.rooms.get(roomId);
    if (room === undefined) return [];
    if (!mayEnter(room, user)) return [[key, { exit: true }]];
    if (since > 0 && since < oldestResumableId) return [[key, { reset: true }]];
    const events = server.events.after(since);
    const shown = highlights ? events.filter((event) => isOfInterest(call, event)) : events;
    const groups = groupByRoom(shown, {
      userId: user?.id,
      isWatched: (id) => askedRooms.has(id),
      watchedRooms: () => askedRooms,
      fallbackRoomId: first?.roomId ?? roomId,
    });
    const told = roomNews(groups.get(roomId) ?? [], since, newestId);
    return [[key, { ...told, ...timeoutNews(room, page.now) }]];
  });
  return Object.fromEntries(news);
}

/** Whether something is shown to those who only want what is starred, or meant for them. */
function isOfInterest({ chat, user }: Call, { audience, wire }: ChatEvent): boolean {
  if (audience !== 'room') return true;
  const message = wire.message_id === undefined ? undefined : chat.server.messages.get(wire.message_id);
  return message !== undefined && isHighlight(chat.server, message, user);
}
