import { createManualClock } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { fail } from '../src/errors.js';
import { createSchedule } from '../src/schedule.js';
import { connect, createFastClock, sent } from './emulator.js';

const throttled = (seconds: number): Error =>
  fail('rate-limit', 'THROTTLED', 'too fast', { retryable: true, retryAfterMs: seconds * 1000 });

describe('the posting queue', () => {
  test('pauses for as long as it is told, and repeats the same item before the next', async () => {
    const clock = createManualClock(0);
    const schedule = createSchedule({ clock, random: () => 0.5 });
    const log: string[] = [];
    const first = schedule.add('posts', {}, async () => {
      log.push(`first at ${clock.now()}`);
      if (log.length < 3) throw throttled(4);
    });
    const second = schedule.add('posts', {}, async () => {
      log.push(`second at ${clock.now()}`);
    });
    await clock.advance(4199);
    expect(log).toEqual(['first at 0']);
    await clock.advance(1);
    await clock.advance(10_000);
    await Promise.all([first, second]);
    expect(log).toEqual(['first at 0', 'first at 4200', 'first at 8400', 'second at 8400']);
  });

  test('repeats five times and then gives up, and the next waits out the pause', async () => {
    const clock = createManualClock(0);
    const schedule = createSchedule({ clock });
    let attempts = 0;
    const call = rejection(
      schedule.add('posts', {}, async () => {
        attempts += 1;
        throw throttled(2);
      }),
    );
    const next = schedule.add('posts', {}, async () => clock.now());
    for (let step = 0; step < 10; step += 1) await clock.advance(3000);
    expect(await call).toMatchObject({ code: 'THROTTLED', retryable: true, retryAfterMs: 2000 });
    expect(attempts).toBe(6);
    expect(await next).toBeGreaterThan(12_000);
  });

  test('does not wait longer than allowed', async () => {
    const schedule = createSchedule({ maxRetryAfterMs: 1000 });
    expect(
      await rejection(schedule.add('posts', {}, async () => Promise.reject(throttled(2)))),
    ).toMatchObject({
      retryAfterMs: 2000,
    });
  });

  test('lets go of who aborts, and of all when it is closed', async () => {
    const clock = createManualClock(0);
    const schedule = createSchedule({ clock });
    const blocked = rejection(schedule.add('posts', {}, async () => Promise.reject(throttled(30))));
    const controller = new AbortController();
    const aborted = rejection(schedule.add('posts', { signal: controller.signal }, async () => 'never'));
    controller.abort('mine');
    expect(await aborted).toBe('mine');
    await clock.advance(1);
    const waiting = rejection(schedule.add('posts', {}, async () => 'never'));
    schedule.close();
    for (const call of [blocked, waiting])
      expect(await call).toMatchObject({ kind: 'closed', code: 'CLOSED' });
  });

  test('is bounded', async () => {
    const schedule = createSchedule({ clock: createManualClock(0) });
    const calls = Array.from({ length: 1001 }, async () =>
      rejection(schedule.add('posts', {}, async () => Promise.reject(throttled(1)))),
    );
    expect(await rejection(schedule.add('posts', {}, async () => 'x'))).toMatchObject({
      kind: 'usage',
      code: 'QUEUE_FULL',
    });
    schedule.close();
    await Promise.all(calls);
  });
});

describe('posting', () => {
  test('a pause that the service asks for is made, and the message arrives once', async () => {
    const { emulator, chat } = await connect({ clock: createFastClock(10) });
    emulator.control.refuseNextPosts(1, 2);
    const message = await chat.getRoom(1).sendMessage('patience');
    expect(sent(emulator).filter((line) => line.endsWith('/messages/new'))).toHaveLength(3);
    expect(emulator.control.messages(1).filter(({ source }) => source === 'patience')).toMatchObject([
      { id: message.id },
    ]);
  });

  test('messages of several rooms go out in the order in which they were given', async () => {
    const { emulator, chat } = await connect();
    await Promise.all([1, 12, 1, 12].map((id, index) => chat.getRoom(id).sendMessage(`number ${index}`)));
    const posted = emulator.control.requests.matching({ path: /messages\/new$/ });
    expect(posted.map(({ text }) => new URLSearchParams(text).get('text'))).toEqual(
      [0, 1, 2, 3].map((index) => `number ${index}`),
    );
  });

  test('the same text once more is refused as such', async () => {
    const { chat } = await connect();
    await chat.getRoom(1).sendMessage('again');
    expect(await rejection(chat.getRoom(1).sendMessage('again'))).toMatchObject({
      kind: 'refused',
      code: 'DUPLICATE_MESSAGE',
    });
  });

  test('what the service refuses is told by code', async () => {
    const { emulator, chat } = await connect();
    emulator.control.freeze(12);
    expect(await rejection(chat.getRoom(12).sendMessage('x'))).toMatchObject({
      code: 'ROOM_FROZEN',
      status: 409,
    });
    expect(await rejection(chat.getRoom(9999).sendMessage('x'))).toMatchObject({
      code: 'NOT_FOUND',
      status: 404,
    });
    const [foreign] = emulator.control.messages(1);
    const theirs = chat.getMessage(foreign?.id ?? 0);
    expect(await rejection(theirs.delete())).toMatchObject({ code: 'NOT_YOUR_MESSAGE' });
    expect(await rejection(chat.getMessage(5).delete())).toMatchObject({ code: 'NOT_FOUND', status: 302 });
    const own = await chat.getRoom(1).sendMessage('soon gone');
    await own.delete();
    expect(await own.deleted).toBe(true);
    expect(await rejection(own.edit('too late'))).toMatchObject({ code: 'MESSAGE_DELETED' });
  });

  test('a message whose answer is lost is found in the room, and not sent again', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    await room.join();
    emulator.control.faults.add({
      match: { path: /messages\/new$/ },
      fault: { kind: 'drop', when: 'after' },
    });
    const message = await room.sendMessage('did *it* arrive?');
    const posted = emulator.control.messages(1).filter(({ source }) => source === 'did *it* arrive?');
    expect(posted).toMatchObject([{ id: message.id }]);
  });

  test('in a room that was not joined, nobody knows', async () => {
    const { emulator, chat } = await connect();
    emulator.control.faults.add({
      match: { path: /messages\/new$/ },
      fault: { kind: 'drop', when: 'after' },
    });
    expect(await rejection(chat.getRoom(1).sendMessage('?'))).toMatchObject({
      kind: 'network',
      retryable: false,
    });
    expect(emulator.control.messages(1).filter(({ source }) => source === '?')).toHaveLength(1);
  });
});
