import { expect, test } from 'vitest';
import { createBoundedList } from '../../src/frame/index.js';

test('a list keeps the latest things and never many more', () => {
  const list = createBoundedList<number>(80);
  for (let number = 0; number < 1_000; number += 1) {
    list.add(number);
    expect(list.all.length).toBeLessThanOrEqual(90);
    expect(list.all.at(-1)).toBe(number);
  }
  expect(list.all.length).toBeGreaterThanOrEqual(80);
  list.clear();
  expect(list.all).toEqual([]);
});
