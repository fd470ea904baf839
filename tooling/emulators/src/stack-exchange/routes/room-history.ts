import { toSeconds } from '../content/wire-json.js';
import { timeoutNews } from '../live/frames.js';
import { messagesIn } from '../state/chat-server.js';
import { historyEntry } from '../state/describe-message.js';
import { isHighlight } from '../state/highlights.js';
import type { Message, Room } from '../state/model.js';
import { eventType, type WireHistoryEntry } from '../state/wire-event.js';
import { jsonAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireRoom } from './lookups.js';
import { idIn, numberIn, type Route } from './route.js';

const usualCount = 100;
const highestCount = 500;
const pauseMs = 3_600_000;

/**
 * The messages of a room, oldest first, and the event id from which one can go on. `mode` was seen in three spellings and changes
 * nothing.
 */
export const roomHistoryRoute: Route = {
  method: 'POST',
  path: '/chats/:id/events',
  handle(call, parameters) {
    const { chat, form, page } = call;
    const room = requireRoom(call, idIn(parameters, 'id'));
    const { events } = chat.server;
    const since = numberIn(form, 'since') ?? 0;
    const isTooOld = since > 0 && since < events.oldestResumableId;
    // A room in which nothing ever happened has no last event.
    const isNew = messagesIn(chat.server, room.id).length === 0;
    return jsonAnswer({
      events: entries(call, partOf(call, wantedMessages(call, room, isTooOld ? 0 : since))),
      time: isNew ? null : events.newestId,
      ...timeoutNews(room, page.now),
      ...(isTooOld ? { reset: true } : {}),
      sync: toSeconds(page.now),
      ms: 1,
    });
  },
};

/** With `since`, only what something happened to after that event; with `highlights`, only what matters to the reader. */
function wantedMessages({ chat, form, user }: Call, room: Room, since: number): readonly Message[] {
  const { server } = chat;
  const all = messagesIn(server, room.id);
  const touched =
    since > 0 ? new Set(server.events.after(since).map(({ wire }) => wire.message_id)) : undefined;
  const highlights = form.get('highlights') === 'true';
  if (touched === undefined && !highlights) return all;
  return all.filter(
    (message) =>
      (touched === undefined || touched.has(message.id)) &&
      (!highlights || isHighlight(server, message, user)),
  );
}

/** The last of them, or those right before or right after a message. */
function partOf({ form }: Call, messages: readonly Message[]): readonly Message[] {
  const count = Math.min(Math.max(numberIn(form, 'msgCount') ?? usualCount, 0), highestCount);
  const before = numberIn(form, 'before') ?? Infinity;
  const after = numberIn(form, 'after');
  const between = messages.filter(({ id }) => id < before && (after === undefined || id > after));
  return after === undefined ? between.slice(Math.max(0, between.length - count)) : between.slice(0, count);
}

function entries({ chat, service }: Call, messages: readonly Message[]): object[] {
  const { replyFields, timeBreaks } = service.options;
  return messages.flatMap((message, index): object[] => {
    const entry = historyEntry(chat.server, message, replyFields);
    const before = messages[index - 1];
    const isBreak = timeBreaks && before !== undefined && message.postedAt - before.postedAt > pauseMs;
    return isBreak ? [timeBreak(message), entry] : [entry];
  });
}

/** What it says beside its time, nobody has told. */
function timeBreak(message: Message): Pick<WireHistoryEntry, 'event_type' | 'time_stamp' | 'room_id'> {
  return {
    event_type: eventType.timeBreak,
    time_stamp: toSeconds(message.postedAt),
    room_id: message.roomId,
  };
}
