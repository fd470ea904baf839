import { expect, test } from 'vitest';
import { createSeenIds } from '../src/live/seen-ids.js';

test('each id is new once, in whatever order ids come', () => {
  const seen = createSeenIds(100);
  const ids = [5, 6, 9, 7, 8, 12, 1, 10];
  expect(ids.map((id) => seen.add(id))).toEqual(ids.map(() => true));
  expect(ids.map((id) => seen.add(id))).toEqual(ids.map(() => false));
  expect([11, 13, 0].map((id) => seen.add(id))).toEqual([true, true, true]);
});

test('half as many as are kept are known for certain, and the oldest are forgotten', () => {
  const seen = createSeenIds(1000);
  for (let id = 1; id <= 10_000; id += 1) seen.add(id);
  const known = Array.from({ length: 10_000 }, (_, index) => index + 1).filter((id) => !seen.add(id));
  expect(known.length).toBeGreaterThanOrEqual(500);
  expect(known.length).toBeLessThanOrEqual(1000);
  expect(known.at(-1)).toBe(10_000);
  expect(known[0]).toBe(10_000 - known.length + 1);
});
