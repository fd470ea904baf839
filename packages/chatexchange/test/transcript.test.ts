import { createManualClock, type ManualClock } from '@x/emulators';
import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import type { Message } from '../src/index.js';
import { connectTo, sent, somebodyElse, startEmulator, type ChatEmulator } from './emulator.js';

const hour = 3_600_000;

/** A room in which something is said at these hours of June 2026; gives the ids. */
async function startWith(
  times: readonly string[],
  options: { readonly transcriptPageSize?: number } = {},
): Promise<{
  readonly emulator: ChatEmulator;
  readonly clock: ManualClock;
  readonly ids: readonly number[];
}> {
  const clock = createManualClock(Date.parse('2026-06-01T00:00:00Z'));
  const emulator = await startEmulator({ clock, ...options });
  const user = somebodyElse(emulator);
  const ids: number[] = [];
  for (const time of times) {
    await clock.advance(Date.parse(`2026-06-${time}Z`) - clock.now());
    ids.push(emulator.control.say(1, user, `said on ${time}`));
  }
  await clock.advance(hour);
  return { emulator, clock, ids };
}

const date = (time: string): Date => new Date(`2026-06-${time}Z`);
const idsOf = (messages: readonly Message[]): number[] => messages.map(({ id }) => id);
const transcripts = (emulator: ChatEmulator): readonly string[] =>
  sent(emulator).filter((line) => line.startsWith('GET /transcript'));

test('a transcript gives what was said between two moments, oldest first, and days without a word cost nothing', async () => {
  const { emulator, ids } = await startWith([
    '02T10:00:00',
    '03T23:59:59',
    '04T00:00:00',
    '04T09:00:00',
    '19T12:00:00',
    '20T00:00:00',
    '21T08:00:00',
  ]);
  const room = connectTo(emulator).getRoom(1);
  const found = await room.transcript(date('03T00:00:00'), date('20T00:00:00'), { pauseMs: 0 }).toArray();
  expect(idsOf(found)).toEqual(ids.slice(1, 5));
  expect(transcripts(emulator)).toEqual([
    'GET /transcript/1/2026/6/3',
    'GET /transcript/1/2026/6/4',
    'GET /transcript/1/2026/6/19',
  ]);
});

test('a transcript that begins on a day without a word begins with the next that has one', async () => {
  const { emulator, ids } = await startWith(['02T10:00:00', '12T10:00:00', '13T10:00:00']);
  const room = connectTo(emulator).getRoom(1);
  const found = await room.transcript(date('05T00:00:00'), undefined, { pauseMs: 0 }).toArray();
  expect(idsOf(found)).toEqual(ids.slice(1));
  const before = room.transcript(new Date('2001-01-01'), date('01T00:00:00'), { pauseMs: 0 });
  expect(idsOf(await before.toArray()).every((id) => id < (ids[0] ?? 0))).toBe(true);
  expect(await room.transcript(date('28T00:00:00'), undefined, { pauseMs: 0 }).toArray()).toEqual([]);
});

test('the borders are exact to the second, though pages show minutes and not of every message', async () => {
  const { emulator, ids } = await startWith([
    '02T10:00:10',
    '02T10:00:29',
    '02T10:00:30',
    '02T10:00:50',
    '02T10:01:05',
    '02T10:01:06',
  ]);
  const room = connectTo(emulator).getRoom(1);
  const found = await room.transcript(date('02T10:00:30'), date('02T10:01:06'), { pauseMs: 0 }).toArray();
  expect(idsOf(found)).toEqual(ids.slice(2, 5));
  // The history was asked for what the page left open, and has told the times of all.
  expect(found.map(({ known }) => known.timeStamp)).toEqual(
    ['10:00:30', '10:00:50', '10:01:05'].map((time) => date(`02T${time}`).getTime() / 1000),
  );
  expect(sent(emulator).filter((line) => line === 'POST /chats/1/events')).toHaveLength(1);
});

test('a long day is read in its parts, and only in those that are wanted', async () => {
  const times = ['01', '03', '03', '05', '09', '14', '22'].map((at, index) => `02T${at}:0${index}:00`);
  const { emulator, ids } = await startWith(times, { transcriptPageSize: 2 });
  const room = connectTo(emulator).getRoom(1);
  const day = room.transcript(date('02T00:00:00'), date('03T00:00:00'), { pauseMs: 0 });
  expect(idsOf(await day.toArray())).toEqual(ids);
  const parts: string[] = [];
  for await (const { day: shown, hours } of day.pages()) parts.push(`${shown} ${hours.join('-')}`);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts).toEqual(
    [...new Set(parts)].toSorted((a, b) => Number(/ (\d+)/.exec(a)?.[1]) - Number(/ (\d+)/.exec(b)?.[1])),
  );
  const afternoon = room.transcript(date('02T13:00:00'), date('02T21:00:00'), { pauseMs: 0 });
  expect(idsOf(await afternoon.toArray())).toEqual(ids.slice(5, 6));
});

test('without a beginning a transcript begins with the first day of the room, without an end it has all', async () => {
  const { emulator } = await startWith(['02T10:00:00', '03T10:00:00', '09T10:00:00']);
  const room = connectTo(emulator).getRoom(1);
  const everything = room.transcript(undefined, undefined, { pauseMs: 0 });
  const all = emulator.control.messages(1).map(({ id }) => id);
  expect(idsOf(await everything.toArray())).toEqual(all);
  expect(idsOf(await everything.toArray(2))).toEqual(all.slice(0, 2));
});

test('messages know what their page shows: nothing is asked for them again', async () => {
  const { emulator, ids } = await startWith(['02T10:00:00', '02T10:01:00']);
  const [asked = 0] = ids;
  const user = emulator.control.messages(1).at(-1)?.userId ?? 0;
  const answer = emulator.control.say(1, user, 'an **answer**', { replyTo: asked });
  const room = connectTo(emulator).getRoom(1);
  const found = await room.transcript(date('02T00:00:00'), undefined, { pauseMs: 0 }).toArray();
  const before = sent(emulator).length;
  const reply = found.find(({ id }) => id === answer);
  expect(await reply?.content).toContain('<b>answer</b>');
  expect((await reply?.parent)?.id).toBe(asked);
  expect((await reply?.owner)?.id).toBe(user);
  expect(await (await reply?.owner)?.name).toBeTruthy();
  expect(await reply?.room).toBe(room);
  expect(await found[0]?.deleted).toBe(false);
  expect(await room.name).toBe('Sandbox');
  expect(sent(emulator)).toHaveLength(before);
});

test.each(['2018', '2025'] as const)('replies are read in the markup of %s', async (replyMarkup) => {
  const emulator = await startEmulator({ replyMarkup });
  const [first] = emulator.control.messages(1);
  const answer = emulator.control.say(1, somebodyElse(emulator), 'so?', { replyTo: first?.id ?? 0 });
  const message = connectTo(emulator).getMessage(answer);
  expect((await message.parent)?.id).toBe(first?.id);
  expect(await message.textContent).toBe('so?');
});

test('what a page tells of times is true of every message', async () => {
  const times = Array.from({ length: 12 }, (_, index) => `02T1${index % 6}:${10 + index * 3}:07`).toSorted();
  const { emulator } = await startWith(times, { transcriptPageSize: 5 });
  const postedAt = new Map(emulator.control.messages(1).map(({ id, postedAt: at }) => [id, at / 1000]));
  const pages = connectTo(emulator).getRoom(1).transcript(undefined, undefined, { pauseMs: 0 }).pages();
  let count = 0;
  for await (const { sent: bounds, messages } of pages) {
    expect([...bounds.keys()]).toEqual(messages);
    for (const [{ id }, [from, to]] of bounds) {
      const at = Math.floor(postedAt.get(id) ?? 0);
      expect([from <= at, at <= to, to - from < 86_400]).toEqual([true, true, true]);
      count += 1;
    }
  }
  expect(count).toBe(postedAt.size);
});

test('a second passes between two requests of a list, unless it is told otherwise', async () => {
  const { emulator } = await startWith(['02T10:00:00', '03T10:00:00', '04T10:00:00']);
  const waits: number[] = [];
  let now = 0;
  const clock = {
    now: () => now,
    after(ms: number, callback: () => void, hold?: boolean) {
      // Only what is waited for on purpose holds a program; the rest are time limits.
      if (hold !== true) return () => {};
      waits.push(ms);
      now += ms;
      setImmediate(callback);
      return () => {};
    },
  };
  const room = connectTo(emulator, { clock }).getRoom(1);
  await room.transcript(date('02T00:00:00')).toArray();
  expect(waits).toEqual([1000, 1000]);
});

test('a list that is aborted ends with the reason of its signal', async () => {
  const { emulator } = await startWith(['02T10:00:00', '03T10:00:00']);
  const controller = new AbortController();
  const room = connectTo(emulator).getRoom(1);
  const pages = room.transcript(date('02T00:00:00'), undefined, { signal: controller.signal });
  const reason = new Error('enough');
  const read = (async () => {
    for await (const _ of pages) controller.abort(reason);
  })();
  expect(await rejection(read)).toBe(reason);
});

test('dates that are none, rooms that are not there and pages that have changed are refused', async () => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator, { retries: 0 });
  const room = chat.getRoom(1);
  for (const wrong of [new Date('never'), 7 as unknown as Date]) {
    expect(await rejection(room.transcript(wrong).toArray())).toMatchObject({
      kind: 'usage',
      code: 'INVALID_REQUEST',
    });
  }
  expect(sent(emulator)).toEqual([]);
  expect(await rejection(chat.getRoom(4_000_000).transcript().toArray())).toMatchObject({
    kind: 'refused',
    code: 'NOT_FOUND',
  });
  emulator.control.faults.add({ fault: { kind: 'html', status: 200, body: '<h1>New!</h1>' } });
  expect(await rejection(room.transcript().toArray())).toMatchObject({
    kind: 'protocol',
    code: 'UNEXPECTED_PAGE',
  });
});
