import type { CallOptions } from '@x/http-core';
import { refuseArgument } from './errors.js';
import { readHistory } from './history.js';
import type { ListPage, PoliteAsk } from './lists.js';
import { mostInHistory } from './message-lists.js';
import { learnTranscript } from './messages.js';
import type { Context } from './model/context.js';
import { moment, type Moment } from './model/moment.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';
import { parseTranscript, type Transcript, type TranscriptMessage } from './parse/transcript.js';
import { path } from './path.js';

/** A page of a transcript: a day of a room, or some hours of it. Days are those of UTC. */
export interface TranscriptPage extends ListPage<string> {
  /** `2018-10-30`. */
  readonly day: string;
  /** The hours that the page is of: from the beginning of the one to the beginning of the other. */
  readonly hours: readonly [from: number, to: number];
  /** Those of them that were asked for, oldest first. */
  readonly messages: readonly Message[];
  /**
   * From which second since 1970 to which each of them can have been sent, both included. The page shows the time, to the
   * minute, of a few messages only; the others lie between these. For the exact time wait for `timeStamp` of a message.
   */
  readonly sent: ReadonlyMap<Message, readonly [from: number, to: number]>;
}

/** What a transcript is wanted of, in seconds since 1970: from the one to before the other. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Reads one page of a transcript; `cursor` is its address. */
export async function readTranscriptPage(
  context: Context,
  room: Room,
  wanted: { readonly from: Date | undefined; readonly to: Date | undefined },
  ask: PoliteAsk,
  cursor: string | undefined,
): Promise<TranscriptPage> {
  const range = { from: secondOf(wanted.from, 'from', -Infinity), to: secondOf(wanted.to, 'to', Infinity) };
  const askedAt = moment();
  const read = (address: string): Promise<Transcript> =>
    ask(async (call) => parseTranscript(await context.http.page(address, call)));
  let shown = await read(cursor ?? firstAddress(room, range));
  if (cursor === undefined && range.from === -Infinity) shown = await toFirstDay(room, shown, read);
  const [first] = wantedParts(shown, range);
  // A long day begins with its first hours, or with those that are asked for, whatever the service shows of it first.
  if (first !== undefined && !isPart(cursor) && first[0] !== shown.hours[0]) {
    shown = await read(addressOf(room, shown.day, first));
  }
  return {
    day: shown.day,
    hours: shown.hours,
    ...(await choose(context, room, shown, { range, askedAt, ask })),
    next: addressAfter(room, shown, range),
  };
}

function secondOf(date: Date | undefined, what: string, unbounded: number): number {
  if (date === undefined) return unbounded;
  const ms = date instanceof Date ? date.getTime() : NaN;
  return Number.isNaN(ms) ? refuseArgument(what, 'a date') : ms / 1000;
}

function firstAddress(room: Room, { from }: Range): string {
  return from === -Infinity
    ? path`/transcript/${room.id}`
    : addressOf(room, new Date(from * 1000).toISOString().slice(0, 10));
}

function addressOf(room: Room, day: string, hours?: readonly [number, number]): string {
  const [year, month, date] = day.split('-').map(Number);
  const address = path`/transcript/${room.id}/${year ?? 0}/${month ?? 0}/${date ?? 0}`;
  return hours === undefined ? address : `${address}/${hours.join('-')}`;
}

/** From the newest day, which is what the service shows when no day is named. */
async function toFirstDay(
  room: Room,
  shown: Transcript,
  read: (address: string) => Promise<Transcript>,
): Promise<Transcript> {
  const { firstDay, previousDay } = shown;
  const day = firstDay ?? previousDay;
  // The way to the first day may be left out where the day before is it.
  return day === undefined || day >= shown.day
    ? shown
    : toFirstDay(room, await read(addressOf(room, day)), read);
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

function overlaps([first, last]: readonly [number, number], day: string, range: Range): boolean {
  const start = startOf(day);
  return start + last * 3600 > range.from && start + first * 3600 < range.to;
}

/** Whether an address is of some hours of a day. */
const isPart = (address = ''): boolean => /\/\d+-\d+$/.test(address);

/** The parts of a day that something is wanted of, in their order. */
function wantedParts(
  { day, hours, otherHours }: Transcript,
  range: Range,
): readonly (readonly [number, number])[] {
  return [hours, ...otherHours].filter((part) => overlaps(part, day, range)).toSorted(([a], [b]) => a - b);
}

function addressAfter(room: Room, shown: Transcript, range: Range): string | undefined {
  const part = wantedParts(shown, range).find(([first]) => first >= shown.hours[1]);
  if (part !== undefined) return addressOf(room, shown.day, part);
  const { nextDay } = shown;
  // Days on which nothing was said are passed over: the service names the next that has something.
  return nextDay === undefined || nextDay <= shown.day || startOf(nextDay) >= range.to
    ? undefined
    : addressOf(room, nextDay);
}

/** The messages of a page that lie within the range. Where the page leaves it open, the room's history tells. */
async function choose(
  context: Context,
  room: Room,
  shown: Transcript,
  { range, askedAt, ask }: { readonly range: Range; readonly askedAt: Moment; readonly ask: PoliteAsk },
): Promise<Pick<TranscriptPage, 'messages' | 'sent'>> {
  const start = startOf(shown.day);
  const near = ({ near: [from, to] }: TranscriptMessage): readonly [number, number] => [
    start + from,
    start + to,
  ];
  const isWithin = (time: number): boolean => time >= range.from && time < range.to;
  const open = shown.messages.filter((message) => {
    const [from, to] = near(message);
    return isWithin(from) !== isWithin(to) || (from < range.from && to >= range.to);
  });
  const exact = open.length === 0 ? new Map<number, number>() : await readTimes(context, room, open, ask);
  const chosen = shown.messages.flatMap((message) => {
    const time = exact.get(message.id);
    const bounds = time === undefined ? near(message) : ([time, time] as const);
    // What nobody can tell the time of is rather given than lost.
    return isWithin(bounds[0]) || isWithin(bounds[1]) ? [[message, bounds] as const] : [];
  });
  const messages = learnTranscript(context, askedAt, shown);
  const sent = new Map<Message, readonly [number, number]>();
  for (const [{ id }, bounds] of chosen) {
    const message = messages.get(id);
    const time = exact.get(id);
    if (message === undefined) continue;
    sent.set(time === undefined ? message : message.learn({ timeStamp: time }), bounds);
  }
  return { messages: [...sent.keys()], sent };
}

/** When messages were sent, to the second. They are neighbours, so that one request tells of all. */
async function readTimes(
  context: Context,
  room: Room,
  messages: readonly TranscriptMessage[],
  ask: PoliteAsk,
): Promise<Map<number, number>> {
  const times = new Map<number, number>();
  const ids = messages.map(({ id }) => id);
  const least = Math.min(...ids);
  let before = Math.max(...ids) + 1;
  while (before > least) {
    const end = before;
    const { events } = await ask((call: CallOptions) =>
      readHistory(context.http, room.id, { count: Math.min(mostInHistory, ids.length), before: end, call }),
    );
    for (const { message_id: id, time_stamp: time } of events) {
      if (id === undefined || id >= end) continue;
      if (time !== undefined) times.set(id, time);
      before = Math.min(before, id);
    }
    if (before === end) break;
  }
  return times;
}
