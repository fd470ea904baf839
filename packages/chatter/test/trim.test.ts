import { expect, test } from 'vitest';
import { poll, quoteIntegers, trim, type UserDetail } from '../src/index.js';
import { setUp } from './setup.js';

const usage = expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error;

test('what is wanted of an answer is a part of the query', async () => {
  expect(trim({ include: ['/id', '/body/text'] })).toEqual({ include: '/id|/body/text' });
  expect(trim({ filterGroup: 'Small', exclude: ['/motif'] })).toEqual({
    filterGroup: 'Small',
    exclude: '/motif',
  });
  expect(trim({})).toEqual({});
  const { emulator, chatter } = await setUp();
  await chatter.users.me(trim<UserDetail>({ include: ['/id', '/name'] })).catch(() => undefined);
  expect(emulator.control.requests.all[0]?.target).toMatch(/\/users\/me\?include=%2Fid%7C%2Fname$/);
});

test.each([
  ['both', { include: ['/a'], exclude: ['/b'] }],
  ['no slash', { include: ['a'] }],
  ['two in one', { include: ['/a|/b'] }],
  ['nothing', { exclude: [] }],
])('%s is refused', (_what, wanted) => {
  expect(() => trim(wanted as object)).toThrow(usage);
});

test('a poll has 2 to 10 choices', () => {
  expect(poll('Yes', 'No')).toEqual({ choices: ['Yes', 'No'] });
  const ten = Array.from({ length: 8 }, (_each, index) => `choice ${index}`);
  expect(poll('a', 'b', ...ten).choices).toHaveLength(10);
  expect(() => poll('a', 'b', ...ten, 'one more')).toThrow(usage);
  expect(() => poll('Yes', ' ')).toThrow(usage);
  expect(() => (poll as (only: string) => unknown)('Yes')).toThrow(usage);
});

test('whole numbers go as the service reads them', () => {
  const body = { a: 2_147_483_647, b: 2_147_483_648, c: [-3_000_000_000, 1.5, true, null, 'x'], d: 5n };
  expect(quoteIntegers(body)).toEqual({
    a: 2_147_483_647,
    b: '2147483648',
    c: ['-3000000000', 1.5, true, null, 'x'],
    d: '5',
  });
  expect(quoteIntegers(10n ** 18n)).toBe('1000000000000000000');
  expect(() => quoteIntegers(10n ** 18n + 1n)).toThrow(usage);
  expect(() => quoteIntegers({ id: 2 ** 53 })).toThrow(usage);
});
