import { describe, expect, test } from 'vitest';
import {
  addMicros,
  compareTs,
  fromDate,
  fromMicros,
  fromPermalink,
  isTs,
  isWithin,
  toDate,
  toMicros,
  toPermalink,
} from '../src/index.js';
import { behaviour } from './behaviours.js';

/** Numbers that look random and are the same in every run. */
function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

describe('a timestamp', () => {
  test.each<[string, string]>([
    ['1355517523.000005', '2012-12-14T20:38:43.000Z'],
    ['1355517523.999999', '2012-12-14T20:38:43.999Z'],
    ['1355517523', '2012-12-14T20:38:43.000Z'],
    ['0000000000.000000', '1970-01-01T00:00:00.000Z'],
  ])('%s is a moment', (ts, iso) => {
    expect(toDate(ts).toISOString()).toBe(iso);
  });

  test('of a moment has six digits', () => {
    expect(fromDate(new Date(1_355_517_523_004))).toBe('1355517523.004000');
    expect(fromDate(new Date(1_355_517_523_004), 123)).toBe('1355517523.004123');
    expect(fromDate(new Date(0))).toBe('0.000000');
  });

  test(behaviour(149, 'they come back from a moment and its microseconds'), () => {
    const random = createNumbers(7);
    for (let count = 0; count < 1000; count += 1) {
      const ts = `${random()}.${String(random() % 1_000_000).padStart(6, '0')}`;
      expect(fromDate(toDate(ts), Number(ts.slice(-3)))).toBe(ts);
    }
  });

  test(behaviour(149, 'they are ordered exactly, where numbers are not'), () => {
    expect(compareTs('1355517523.000005', '1355517523.000006')).toBe(-1);
    expect(compareTs('1355517523.000006', '1355517523.000005')).toBe(1);
    expect(compareTs('1355517523', '1355517523.000000')).toBe(0);
    expect(compareTs('999999999.999999', '1000000000.000000')).toBe(-1);
    const random = createNumbers(11);
    const all = Array.from({ length: 10_000 }, () => {
      const seconds = random() % 3_000_000_000;
      return `${seconds}.${String(random() % 1_000_000).padStart(6, '0')}`;
    });
    const exact = (ts: string): bigint => BigInt(ts.replace('.', ''));
    const expected = all.toSorted((one, other) => Number(exact(one) - exact(other)));
    expect(all.toSorted(compareTs)).toEqual(expected);
  });

  test.each(['', 'now', '1.2.3', '-1.000000', '1355517523.0000051', ' 1355517523.000005'])(
    'is not %j',
    (text) => {
      const expected = expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error;
      expect(() => toDate(text)).toThrow(expected);
      expect(() => compareTs(text, '1.000000')).toThrow(expected);
    },
  );

  test(behaviour(149, 'they are microseconds, and come back from them exactly'), () => {
    expect(toMicros('1355517523.000005')).toBe(1_355_517_523_000_005n);
    expect(toMicros('1355517523')).toBe(1_355_517_523_000_000n);
    expect(fromMicros(0n)).toBe('0000000000.000000');
    const random = createNumbers(5);
    for (let count = 0; count < 1000; count += 1) {
      const ts = `${1_000_000_000 + random()}.${String(random() % 1_000_000).padStart(6, '0')}`;
      expect(fromMicros(toMicros(ts))).toBe(ts);
    }
  });

  test('has neighbours', () => {
    expect(addMicros('1355517523.999999', 1)).toBe('1355517524.000000');
    expect(addMicros('1355517524.000000', -1)).toBe('1355517523.999999');
  });

  test.each([() => fromMicros(-1n), () => fromMicros(10n ** 18n), () => addMicros('1.000000', 0.5)])(
    'is not out of bounds: %s',
    (make) => {
      expect(make).toThrow(expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error);
    },
  );

  test('is told from what is none', () => {
    expect(['1355517523.000005', '0000000000.000000'].every(isTs)).toBe(true);
    expect(['1355517523', '1355517523.00000', ' 1355517523.000005', 1_355_517_523, null].some(isTs)).toBe(
      false,
    );
  });

  test('is in a range as a history is: without its bounds, unless they belong to it', () => {
    const range = { oldest: '5.000000', latest: '7.000000' };
    const within = ['5.000000', '5.000001', '6.999999', '7'].filter((ts) => isWithin(ts, range));
    expect(within).toEqual(['5.000001', '6.999999']);
    expect(isWithin('5.000000', { ...range, inclusive: true })).toBe(true);
    expect(isWithin('7.000001', { ...range, inclusive: true })).toBe(false);
    expect(isWithin('7.000001', {})).toBe(true);
  });

  test.each([
    [new Date(Number.NaN), 0],
    [new Date(-1), 0],
    [new Date(0), 1000],
    [new Date(0), 0.5],
  ])('is not made of %s and %s', (date, micros) => {
    expect(() => fromDate(date, micros)).toThrow(expect.objectContaining({ kind: 'usage' }) as Error);
  });
});

describe('a permalink', () => {
  const channel = 'C024BE91L';
  const [root, reply] = ['1355517523.000005', '1355517600.000008'];

  test('points at a message, and at a reply in its thread', () => {
    const link = toPermalink('acme', { channel, ts: root, threadTs: root });
    expect(link).toBe('https://acme.slack.com/archives/C024BE91L/p1355517523000005');
    expect(fromPermalink(link)).toEqual({ channel, ts: root });
    const toReply = toPermalink('acme', { channel, ts: reply, threadTs: root });
    expect(toReply).toBe(
      'https://acme.slack.com/archives/C024BE91L/p1355517600000008?thread_ts=1355517523.000005&cid=C024BE91L',
    );
    expect(fromPermalink(toReply)).toEqual({ channel, ts: reply, threadTs: root });
  });

  test.each([
    'nowhere',
    'https://acme.slack.com/archives/C024BE91L',
    'https://example.org/archives/C024BE91L/p1355517523000005',
    'https://acme.slack.com.example.org/archives/C024BE91L/p1355517523000005',
  ])('is not %s', (link) => {
    expect(fromPermalink(link)).toBeUndefined();
  });

  test.each([
    () => toPermalink('acme.example.org/', { channel, ts: root }),
    () => toPermalink('acme', { channel: '#general', ts: root }),
    () => toPermalink('acme', { channel, ts: '1355517523' }),
    () => toPermalink('acme', { channel, ts: root, threadTs: '' }),
  ])('is not made of anything else: %s', (make) => {
    expect(make).toThrow(expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error);
  });
});
