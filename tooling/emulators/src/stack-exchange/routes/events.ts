import { toSeconds } from '../content/wire-json.js';
import { type Frame, groupByRoom, type RoomNews, roomNews, timeoutNews } from '../live/frames.js';
import { mayEnter, messagesIn } from '../state/chat-server.js';
import { historyEntry } from '../state/describe-message.js';
import { jsonAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireRoom } from './lookups.js';
import { idIn, numberIn, type Route } from './route.js';

const usualCount = 100;
const highestCount = 500;

export const eventRoutes: readonly Route[] = [
  { method: 'POST', path: '/events', handle: (call) => jsonAnswer(poll(call)) },
  {
    method: 'POST',
    path: '/ws-auth',
    handle(call) {
      const room = requireRoom(call, numberIn(call.form, 'roomid') ?? 0);
      const token = call.chat.live.tokens.issue({ roomId: room.id, userId: call.user?.id });
      return jsonAnswer({ url: `${call.service.url().replace(/^http/, 'ws')}/events/${room.id}/${token}` });
    },
  },
  {
    method: 'POST',
    path: '/chats/:id/events',
    handle: (call, parameters) => jsonAnswer(roomHistory(call, idIn(parameters, 'id'))),
  },
];

/** The messages of a room, oldest first, and the event id from which one can go on. */
function roomHistory(call: Call, roomId: number): object {
  const { form, chat, service, page } = call;
  const room = requireRoom(call, roomId);
  const { server } = chat;
  const count = Math.min(Math.max(numberIn(form, 'msgCount') ?? usualCount, 0), highestCount);
  const before = numberIn(form, 'before') ?? Infinity;
  const after = numberIn(form, 'after');
  const messages = messagesIn(server, room.id).filter(
    ({ id }) => id < before && (after === undefined || id > after),
  );
  const shown =
    after === undefined ? messages.slice(Math.max(0, messages.length - count)) : messages.slice(0, count);
  return {
    events: shown.map((message) => historyEntry(server, message, service.options.replyFields)),
    time: server.events.newestId,
    ...timeoutNews(room, page.now),
    sync: toSeconds(page.now),
    ms: 1,
  };
}

/** The same as a frame of a socket would say, for each room that is asked for. */
function poll(call: Call): Frame {
  const { chat, form, user, page } = call;
  const { server } = chat;
  const { newestId, oldestResumableId } = server.events;
  const asked = [...form].flatMap(([name, value]) => {
    const id = /^r(\d+)$/.exec(name)?.[1];
    return id === undefined ? [] : [{ roomId: Number(id), since: Number(value) || 0 }];
  });
  const [first] = asked;
  const askedRooms = new Set(asked.map(({ roomId }) => roomId));
  const news = asked.flatMap(({ roomId, since }): [`r${number}`, RoomNews][] => {
    const room = server.rooms.get(roomId);
    if (room === undefined) return [];
    if (!mayEnter(room, user)) return [[`r${roomId}`, { exit: true }]];
    if (since > 0 && since < oldestResumableId) return [[`r${roomId}`, { reset: true }]];
    const groups = groupByRoom(server.events.after(since), {
      userId: user?.id,
      isWatched: (id) => askedRooms.has(id),
      watchedRooms: () => askedRooms,
      fallbackRoomId: first?.roomId ?? roomId,
    });
    return [
      [
        `r${roomId}`,
        { ...roomNews(groups.get(roomId) ?? [], since, newestId), ...timeoutNews(room, page.now) },
      ],
    ];
  });
  return Object.fromEntries(news);
}
