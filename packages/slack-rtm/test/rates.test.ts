import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ratePerMinute } from '../src/pace/rates.js';

const source = readFileSync(new URL('../src/types/method-names.ts', import.meta.url), 'utf8');
const names = [...source.matchAll(/'([\w.]+)'/g)].map(([, name = '']) => name);

test('each documented method has the rate of its tier', () => {
  const counts: Record<number, number> = {};
  for (const name of names) counts[ratePerMinute(name)] = (counts[ratePerMinute(name)] ?? 0) + 1;
  // As many as are documented for each tier; users.profile.set, of the third, has one of its own.
  expect(counts).toEqual({ 1: 14, 20: 166, 30: 1, 50: 97, 100: 33, 300: 9, 1200: 2 });
});

test.each([
  ['rtm.connect', 1],
  ['conversations.list', 20],
  ['conversations.history', 50],
  ['users.info', 100],
  ['admin.users.list', 100],
  ['chat.postMessage', 300],
  ['nobody.knows', 20],
  ['toString', 20],
])('%s may be called %d times a minute', (method, rate) => {
  expect(ratePerMinute(method)).toBe(rate);
});
