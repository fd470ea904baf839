import { createManualClock } from '@x/emulators/frame';
import { expect, test } from 'vitest';
import { backoffMs, retryAfterMs, sleep } from '../src/index.js';

const now = Date.parse('2026-01-05T09:00:00Z');
const headers = (value: string): Headers => new Headers({ 'retry-after': value });

test.each([
  ['0', 0],
  ['1', 1000],
  ['1.5', 1500],
  ['120', 120_000],
  ['Mon, 05 Jan 2026 09:00:30 GMT', 30_000],
  ['Monday, 05-Jan-26 09:00:30 GMT', 30_000],
])('Retry-After: %s asks for %d ms', (value, ms) => {
  expect(retryAfterMs(headers(value), now)).toBe(ms);
});

test.each(['', 'soon', '-5', 'Mon, 05 Jan 2026 08:59:00 GMT', 'NaN'])(
  'Retry-After: %j asks for nothing',
  (value) => {
    expect(retryAfterMs(headers(value), now)).toBeUndefined();
  },
);

test('back-off doubles, is jittered from nothing to all of it, and has a cap', () => {
  const most = (attempt: number): number => backoffMs(attempt, { random: () => 1 });
  expect([1, 2, 3, 4].map(most)).toEqual([500, 1000, 2000, 4000]);
  expect(most(50)).toBe(30_000);
  expect(backoffMs(3, { random: () => 0 })).toBe(0);
  expect(backoffMs(2, { baseMs: 10, maxMs: 15, random: () => 1 })).toBe(15);
});

test('a sleep ends when its time is over, and not before', async () => {
  const clock = createManualClock();
  let over = false;
  const sleeping = sleep(1000, undefined, clock).then(() => (over = true));
  await clock.advance(999);
  expect(over).toBe(false);
  await clock.advance(1);
  await sleeping;
  expect(over).toBe(true);
});

test.each([new Error('mine'), 'a text', null, 0])(
  'an aborted sleep rejects with the reason %j',
  async (reason) => {
    const controller = new AbortController();
    const sleeping = sleep(60_000, controller.signal);
    controller.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
    await expect(sleep(60_000, controller.signal)).rejects.toBe(reason);
  },
);
