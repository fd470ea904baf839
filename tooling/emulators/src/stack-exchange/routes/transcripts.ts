import { transcriptPage } from '../pages/transcript.js';
import { transcriptPath } from '../pages/transcript-links.js';
import { messagesIn } from '../state/chat-server.js';
import type { Message, Room } from '../state/model.js';
import { dayFrom, dayOf, type Hours } from '../transcript/days.js';
import { partWith, transcriptDay, type WantedPart } from '../transcript/transcript-day.js';
import { pageAnswer, redirectAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireRoom } from './lookups.js';
import { PageNotFound } from './refusals.js';
import { idIn, numberIn, type Parameters, type Route } from './route.js';

export const transcriptRoutes: readonly Route[] = [
  { method: 'GET', path: '/transcript/message/:id', handle: showMessage },
  { method: 'GET', path: '/transcript/:room', handle: showLatest },
  {
    method: 'GET',
    path: '/transcript/:room/:year/:month/:day',
    handle: (call, parameters) => showDay(call, parameters, 'first'),
  },
  {
    method: 'GET',
    path: '/transcript/:room/:year/:month/:day/:hours',
    handle: (call, parameters) => showDay(call, parameters, hoursIn(parameters)),
  },
];

/** The last thing that was said, or the way to the day of a message. */
function showLatest(call: Call, parameters: Parameters): Response {
  const room = requireRoom(call, idIn(parameters, 'room'));
  const wanted = numberIn(call.query, 'm');
  if (wanted !== undefined) return redirectAnswer(addressOf(call, wanted));
  const last = messagesIn(call.chat.server, room.id).at(-1)?.postedAt ?? call.page.now;
  return show(call, room, { day: dayOf(last), part: 'last' });
}

function showDay(call: Call, parameters: Parameters, part: WantedPart): Response {
  const room = requireRoom(call, idIn(parameters, 'room'));
  const day = dayFrom(idIn(parameters, 'year'), idIn(parameters, 'month'), idIn(parameters, 'day'));
  if (day === undefined) throw new PageNotFound();
  return show(call, room, { day, part });
}

function showMessage(call: Call, parameters: Parameters): Response {
  const { message, room } = find(call, idIn(parameters, 'id'));
  return show(call, room, { day: dayOf(message.postedAt), part: partOf(call, message) }, message.id);
}

function addressOf(call: Call, id: number): string {
  const { message, room } = find(call, id);
  return `${transcriptPath(room.id, dayOf(message.postedAt), partOf(call, message))}#${id}`;
}

function show(
  call: Call,
  room: Room,
  { day, part }: { readonly day: number; readonly part: WantedPart },
  highlightedId?: number,
): Response {
  const pageSize = call.service.options.transcriptPageSize;
  const shown = transcriptDay(messagesIn(call.chat.server, room.id), { day, part, pageSize });
  return pageAnswer(transcriptPage(call.page, room, shown, highlightedId));
}

/** A message of a room that may be entered. Those that were removed still have their place. */
function find(call: Call, id: number): { readonly message: Message; readonly room: Room } {
  const message = call.chat.server.messages.get(id);
  if (message === undefined) throw new PageNotFound();
  return { message, room: requireRoom(call, message.roomId) };
}

function partOf({ chat, service }: Call, message: Message): Hours {
  return partWith(messagesIn(chat.server, message.roomId), message, service.options.transcriptPageSize);
}

function hoursIn({ hours = '' }: Parameters): Hours {
  const [, from = '', to = ''] = /^(\d{1,2})-(\d{1,2})$/.exec(hours) ?? [];
  const found = { from: Number(from), to: Number(to) };
  if (to === '' || found.from >= found.to || found.to > 24) throw new PageNotFound();
  return found;
}
