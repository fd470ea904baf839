import { expect, test } from 'vitest';
import { createRecent } from '../src/recent.js';

test('the newer half is kept for certain, and no more than all', () => {
  const recent = createRecent<number, number>(1000);
  for (let key = 0; key < 100_000; key += 1) {
    recent.set(key, -key);
    expect(recent.get(Math.max(0, key - 499))).toBeDefined();
  }
  const kept = Array.from({ length: 100_000 }, (_, key) => recent.get(key)).filter(
    (value) => value !== undefined,
  );
  expect(kept.length).toBeGreaterThanOrEqual(500);
  expect(kept.length).toBeLessThanOrEqual(1000);
});

test('what is deleted is gone, in whichever half it was', () => {
  const recent = createRecent<string, number>(4);
  for (const key of ['a', 'b', 'c']) recent.set(key, 1);
  for (const key of ['a', 'c']) recent.delete(key);
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([undefined, 1, undefined]);
});
