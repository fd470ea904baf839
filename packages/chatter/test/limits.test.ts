import { addressesOf, resources } from '@x/chatter-data';
import { createManualClock } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { connect, type HttpEvent } from '../src/index.js';
import { metered } from '../src/limits.js';
import { setUp } from './setup.js';

const hour = 3_600_000;

describe('once the limit of the hour is reached', () => {
  test('calls that count fail unsent, and those that do not go on', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.hourlyLimit(0);
    await rejection(chatter.users.me());
    const sent = emulator.control.requests.all.length;
    await expect(chatter.users.me()).rejects.toMatchObject({
      name: 'ChatterError',
      kind: 'rate-limit',
      code: 'REQUEST_LIMIT_EXCEEDED',
      retryable: true,
      message: expect.stringMatching(
        /GET \/services\/data\/v66\.0\/chatter\/users\/me was not sent/,
      ) as string,
    });
    await rejection(chatter.feeds.news.me.feed_items.post({ text: 'Hello' }));
    expect(emulator.control.requests.all).toHaveLength(sent);
    expect(await connect(chatter)._('organization').get()).toMatchObject({ name: 'Northlight' });
    expect(emulator.control.requests.all).toHaveLength(sent + 1);
  });

  test('they are sent again after an hour of the client', async () => {
    const clock = createManualClock();
    const { emulator, chatter } = await setUp({ clock });
    emulator.control.hourlyLimit(0);
    expect(await rejection(chatter.users.me())).toMatchObject({ retryAfterMs: hour });
    emulator.control.hourlyLimit(undefined);
    await clock.advance(hour - 61_000);
    expect(await rejection(chatter.users.me())).toMatchObject({ retryAfterMs: 61_000 });
    await clock.advance(61_000);
    expect(await chatter.users.me()).toMatchObject({ type: 'User' });
  });

  test('they are sent again after the pause that was asked for', async () => {
    const clock = createManualClock();
    const { emulator, chatter } = await setUp({ clock, hourlyLimitPauseMs: 600_000 });
    emulator.control.hourlyLimit(0);
    expect(await rejection(chatter.users.me())).toMatchObject({ retryAfterMs: 600_000 });
    emulator.control.hourlyLimit(undefined);
    await clock.advance(600_000);
    expect(await chatter.users.me()).toMatchObject({ type: 'User' });
  });

  test('the word of the service goes before the pause, should it say how long', async () => {
    const { emulator, chatter } = await setUp();
    const body = JSON.stringify([{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'hourly' }]);
    emulator.control.faults.add({
      fault: { kind: 'status', status: 503, body, headers: { 'retry-after': '120' } },
    });
    expect(await rejection(chatter.users.me())).toMatchObject({ retryAfterMs: 120_000 });
  });

  test('another client is no matter of it', async () => {
    const first = await setUp();
    const second = await setUp();
    first.emulator.control.hourlyLimit(0);
    await rejection(first.chatter.users.me());
    expect(await second.chatter.users.me()).toMatchObject({ type: 'User' });
  });
});

test('the limit of the day stops no other call', async () => {
  const { emulator, chatter } = await setUp();
  emulator.control.dailyLimit(0);
  expect(await rejection(chatter.users.me())).toMatchObject({ kind: 'rate-limit', retryable: false });
  emulator.control.dailyLimit(undefined);
  expect(await chatter.users.me()).toMatchObject({ type: 'User' });
});

test('what counts is what the guide marks as needing Chatter', () => {
  const paths = resources.flatMap((resource) =>
    addressesOf(resource).map((path) => ({
      title: resource.title,
      requiresChatter: resource.requiresChatter,
      path: `/services/data/v66.0${path.replaceAll(/\{\w+\}/g, '0D5000000000001AAA')}`,
    })),
  );
  expect(paths.length).toBeGreaterThan(400);
  expect(paths.filter(({ path, requiresChatter }) => metered.test(path) !== requiresChatter)).toEqual([]);
});

describe('observe', () => {
  test('hears how much of the org’s allocation is used', async () => {
    const events: HttpEvent[] = [];
    const { emulator, chatter } = await setUp({ observe: (event) => events.push(event) });
    emulator.control.dailyLimit(100);
    await chatter.users.me();
    await chatter.users.me();
    expect(events.filter(({ type }) => type === 'limits')).toEqual([
      { type: 'limits', used: 1, allowed: 100 },
      { type: 'limits', used: 2, allowed: 100 },
    ]);
  });

  test('cannot break a call by what it throws', async () => {
    const { chatter } = await setUp({
      observe: () => {
        throw new Error('of the observer');
      },
    });
    expect(await chatter.users.me()).toMatchObject({ type: 'User' });
  });
});

describe('an edge that knows no way to the org', () => {
  test('is asked twice more, however many repetitions are allowed', async () => {
    const { emulator, chatter } = await setUp({ retries: 9 });
    emulator.control.faults.add({ fault: { kind: 'html', status: 420 }, times: 20 });
    expect(await rejection(chatter.users.me())).toMatchObject({
      kind: 'http',
      code: 'HTTP_420',
      status: 420,
    });
    expect(emulator.control.requests.all).toHaveLength(3);
  });

  test('is not asked again for a post', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.faults.add({ fault: { kind: 'html', status: 420 } });
    await rejection(chatter.feeds.news.me.feed_items.post({ text: 'once' }));
    expect(emulator.control.requests.all).toHaveLength(1);
  });
});
