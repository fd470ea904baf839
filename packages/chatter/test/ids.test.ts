import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isId, keyPrefixes, toId15, toId18 } from '../src/index.js';

const usage = expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error;

test('an id has 15 characters for people and 18 for answers', () => {
  expect(toId18('005E0000000Fpox')).toBe('005E0000000FpoxIAC');
  expect(toId18('005E0000000FpoxIAC')).toBe('005E0000000FpoxIAC');
  expect(toId15('005E0000000FpoxIAC')).toBe('005E0000000Fpox');
  expect(toId15('005E0000000Fpox')).toBe('005E0000000Fpox');
});

const recordings = new URL('../../../../shared/fixtures/chatter/', import.meta.url);

test('every id that was captured has the suffix that is computed', ({ skip }) => {
  let names: string[] = [];
  try {
    names = readdirSync(recordings).filter((name) => /-v4\d/.test(name));
  } catch {
    skip('no recordings here');
  }
  const ids = new Set(
    names.flatMap((name) =>
      Array.from(
        readFileSync(new URL(name, recordings), 'utf8').matchAll(/"id": ?"([A-Za-z\d]{18})"/g),
        ([, id = '']) => id,
      ),
    ),
  );
  expect(ids.size).toBeGreaterThan(30);
  expect([...ids].filter((id) => toId18(id.slice(0, 15)) !== id)).toEqual([]);
});

test('what an id is of can be asked', () => {
  expect(isId('005E0000000FpoxIAC')).toBe(true);
  expect(isId('005E0000000FpoxIAC', keyPrefixes.user)).toBe(true);
  expect(isId('005E0000000FpoxIAC', keyPrefixes.group, keyPrefixes.user)).toBe(true);
  expect(isId('005E0000000FpoxIAC', keyPrefixes.group)).toBe(false);
});

test.each([
  ['too short', '005E0000000Fpo'],
  ['of a length between', '005E0000000FpoxI'],
  ['with a sign in it', '005E0000000Fp-x'],
  ['with a suffix of another id', '005E0000000FpoxIAA'],
  ['nothing', ''],
  ['a name', 'me'],
])('no id: %s', (_what, id) => {
  expect(isId(id)).toBe(false);
  expect(() => toId18(id)).toThrow(usage);
  expect(() => toId15(id)).toThrow(usage);
});

test('no id: anything but a text', () => {
  expect([5, null, undefined, {}].some((value) => isId(value))).toBe(false);
});
