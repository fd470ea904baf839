import { createManualClock } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { fail } from '../src/errors.js';
import { createSchedule, type LaneName, type Schedule } from '../src/schedule.js';
import { connect, sent } from './emulator.js';

const throttled = (seconds: number): Error =>
  fail('rate-limit', 'THROTTLED', 'too fast', { retryable: true, retryAfterMs: seconds * 1000 });

/** Refuses the first attempt, then writes down when it went. */
function hold(schedule: Schedule, lane: LaneName, error: Error): Promise<unknown> {
  let refused = false;
  return schedule.add(lane, {}, async () => {
    if (refused) return;
    refused = true;
    throw error;
  });
}

describe('the lanes of the queue', () => {
  test('pause on their own: what is said waits, and stars do not', async () => {
    const clock = createManualClock(0);
    const schedule = createSchedule({ clock, random: () => 0 });
    const said = hold(schedule, 'posts', throttled(10));
    expect(await schedule.add('votes', {}, async () => clock.now())).toBe(0);
    const next = schedule.add('posts', {}, async () => clock.now());
    await clock.advance(11_000);
    await said;
    expect(await next).toBe(10_100);
  });

  test('all pause when the address is held back, and not only the account', async () => {
    const clock = createManualClock(0);
    const schedule = createSchedule({ clock, random: () => 0 });
    const tooMany = fail('rate-limit', 'HTTP_429', 'too many requests', { status: 429, retryAfterMs: 3000 });
    const said = hold(schedule, 'posts', tooMany);
    await clock.advance(0);
    const star = schedule.add('votes', {}, async () => clock.now());
    await clock.advance(4000);
    await said;
    expect(await star).toBe(3100);
  });

  test('let go first what would soon be too late, the earliest first', async () => {
    const clock = createManualClock(0);
    const schedule = createSchedule({ clock, random: () => 0 });
    const log: string[] = [];
    const add = (name: string, before?: number): Promise<unknown> =>
      schedule.add('posts', { before }, async () => log.push(name));
    const all = [
      hold(schedule, 'posts', throttled(30)),
      add('message'),
      add('edit with time', 120_000),
      add('edit', 80_000),
      add('delete', 50_000),
      add('another edit of the same', 80_000),
      add('edit that is too late', -1),
    ];
    await clock.advance(31_000);
    await Promise.all(all);
    expect(log).toEqual([
      'delete',
      'edit',
      'another edit of the same',
      'message',
      'edit with time',
      'edit that is too late',
    ]);
  });

  test('let what is refused go to no other when what it needs cannot be had', async () => {
    const schedule = createSchedule();
    const missing = Promise.reject(throttled(5));
    let ran = false;
    const call = schedule.add('posts', { after: missing }, async () => {
      ran = true;
    });
    expect(await rejection(call)).toMatchObject({ code: 'THROTTLED' });
    expect(await schedule.add('posts', {}, async () => 'next')).toBe('next');
    expect(ran).toBe(false);
  });

  test('tell how many wait, and when all is done', async () => {
    const clock = createManualClock(0);
    const schedule = createSchedule({ clock });
    const controller = new AbortController();
    const all = [
      hold(schedule, 'posts', throttled(2)),
      schedule.add('posts', {}, async () => 'second'),
      rejection(schedule.add('posts', { signal: controller.signal }, async () => 'third')),
    ];
    await clock.advance(0);
    expect([schedule.waiting('posts'), schedule.waiting('votes')]).toEqual([3, 0]);
    controller.abort('mine');
    await clock.advance(0);
    expect(schedule.waiting('posts')).toBe(2);
    let drained = false;
    const draining = (async () => {
      await schedule.drain();
      drained = true;
    })();
    await clock.advance(2000);
    expect(drained).toBe(false);
    await clock.advance(1000);
    await draining;
    expect(schedule.waiting('posts')).toBe(0);
    await Promise.all(all);
  });

  test('wait before they are asked to, for who wants that', async () => {
    const clock = createManualClock(0);
    const schedule = createSchedule({ clock, paceAhead: true });
    const times = (lane: LaneName): Promise<number[]> =>
      Promise.all(Array.from({ length: 4 }, () => schedule.add(lane, {}, async () => clock.now())));
    const [votes, posts] = [times('votes'), times('posts')];
    await clock.advance(10_000);
    expect(await votes).toEqual([0, 1000, 2000, 3000]);
    // Two are free, then the waits grow.
    expect((await posts).map((at) => Math.ceil(at / 100))).toEqual([0, 0, 15, 49]);
  });

  test('carry on with those whom one has taken along when that one gives up', async () => {
    const schedule = createSchedule();
    const [first, second] = [new AbortController(), new AbortController()];
    let arrive: (value: string) => void = () => undefined;
    let aborted = false;
    const leader = rejection(
      schedule.add('posts', { signal: first.signal }, async (signal, invite) => {
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        await Promise.resolve();
        invite((draft) => draft === 'along');
        return new Promise<string>((resolve) => {
          arrive = resolve;
        });
      }),
    );
    const add = (draft: unknown, signal?: AbortSignal): Promise<string> =>
      schedule.add('posts', { draft, signal }, async () => 'on its own');
    const along = add('along', second.signal);
    const other = add('other');
    await expect.poll(() => schedule.waiting('posts')).toBe(1);
    first.abort('mine');
    expect(await leader).toBe('mine');
    expect(aborted).toBe(false);
    arrive('together');
    expect([await along, await other]).toEqual(['together', 'on its own']);
  });

  test('do not say of what is on its way, when they are closed, that it may be sent again', async () => {
    const schedule = createSchedule();
    const onItsWay = rejection(
      schedule.add(
        'posts',
        {},
        (signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              reject(new Error('cut'));
            });
          }),
      ),
    );
    let began = false;
    const waiting = rejection(
      schedule.add('posts', {}, async () => {
        began = true;
      }),
    );
    schedule.close();
    expect(await onItsWay).toMatchObject({ kind: 'closed', retryable: false });
    expect(await waiting).toMatchObject({ kind: 'closed', retryable: true });
    expect(await rejection(schedule.add('votes', {}, async () => 'x'))).toMatchObject({ code: 'CLOSED' });
    expect(began).toBe(false);
  });
});

test('an edit and a removal of one message keep their order', async () => {
  const { emulator, chat } = await connect();
  const room = chat.getRoom(1);
  const message = await room.sendMessage('first wording');
  const [edited] = await Promise.all([message.edit('second wording'), message.delete()]);
  expect(edited).toBeUndefined();
  expect(emulator.control.messages(1).find(({ id }) => id === message.id)).toMatchObject({
    source: 'second wording',
    isDeleted: true,
  });
});

test('an edit that would soon be too late comes before what was to be said first', async () => {
  const clock = createManualClock();
  const { emulator, chat } = await connect({ clock }, { clock });
  const room = chat.getRoom(1);
  const message = await room.sendMessage('first wording');
  await clock.advance(70_000);
  emulator.control.refuseNextPosts(5);
  const all = Promise.all([room.sendMessage('something else'), message.edit('second wording')]);
  const posted = (): readonly string[] =>
    sent(emulator).filter((line) => /messages\/(?:new|\d+)$/.test(line));
  await expect
    .poll(
      async () => {
        await clock.advance(1000);
        return posted().length;
      },
      { interval: 5, timeout: 10_000 },
    )
    .toBe(4);
  await all;
  const post = 'POST /chats/1/messages/new';
  expect(posted()).toEqual([post, post, `POST /messages/${message.id}`, post]);
});
