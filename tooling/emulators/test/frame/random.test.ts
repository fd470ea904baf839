import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/frame/index.js';

describe('seeded random values', () => {
  test('the same seed gives the same sequence', () => {
    const draw = (seed: number): unknown[] => {
      const random = createRandom(seed);
      return [
        random.integer(1_000),
        random.hex(32),
        random.base62(20),
        random.uuid(),
        random.pick(['a', 'b', 'c']),
      ];
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test('integers stay below their bound and reach every value', () => {
    const random = createRandom(1);
    const drawn = new Set(Array.from({ length: 500 }, () => random.integer(10)));
    expect([...drawn].toSorted((left, right) => left - right)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('strings have their length and their alphabet', () => {
    const random = createRandom(1);
    expect(random.hex(24)).toMatch(/^[\da-f]{24}$/);
    expect(random.base62(24)).toMatch(/^[\dA-Za-z]{24}$/);
    expect(random.string(5, 'x')).toBe('xxxxx');
    expect(random.uuid()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  test('nothing is picked from an empty list', () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
  });
});
