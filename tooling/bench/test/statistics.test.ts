import { expect, test } from 'vitest';
import { ratios, summarize } from '../src/statistics.js';

test('one disturbed round moves neither the median nor the quartiles far', () => {
  expect(summarize([3, 1, 2, 5, 4])).toEqual({ median: 3, low: 2, high: 4 });
  expect(summarize([3, 1, 2, 5_000, 4])).toEqual({ median: 3, low: 2, high: 4 });
  expect(summarize([1, 2])).toEqual({ median: 1.5, low: 1.25, high: 1.75 });
});

test('a ratio compares what was measured in the same round', () => {
  expect(ratios([2, 40, 6], [1, 20, 2])).toEqual([2, 2, 3]);
});
