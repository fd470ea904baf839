import { expect, test } from 'vitest';
import { createIds, toLongId } from '../../src/chatter/ids.js';
import { createRandom } from '../../src/frame/index.js';

test.each([
  '0053h000002xQ5sAAE',
  '0D53h00000n2hpkCAA',
  '0D53h00000n2fnRCAQ',
  '0D53h00000n2fJBCAY',
  '0018A00000SW5JnQAL',
])('the suffix of %s follows from its capitals', (id) => {
  expect(toLongId(id.slice(0, 15))).toBe(id);
  expect(toLongId(id)).toBe(id);
});

test('a wrong suffix, another length and other characters are no id', () => {
  expect(toLongId('0053h000002xQ5sAAA')).toBeUndefined();
  expect(toLongId('0053h000002xQ5')).toBeUndefined();
  expect(toLongId('0053h000002xQ_s')).toBeUndefined();
  expect(toLongId('me')).toBeUndefined();
});

test('new ids grow, so that they sort by age', () => {
  const ids = createIds(createRandom(3));
  const made = Array.from({ length: 200 }, () => ids.next('0D5'));
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(200);
  expect(made.every((id) => toLongId(id) === id && id.startsWith('0D5'))).toBe(true);
});
