import { describe, expect, test } from 'vitest';
import { answerComplaints, readAnswer } from '../src/stage.ts';

describe('the answer of a session', () => {
  test('is what was expected, in any order of names', () => {
    expect(answerComplaints({ a: [1, 'b'], c: true }, { c: true, a: [1, 'b'] })).toEqual([]);
  });

  test('is compared name by name', () => {
    expect(answerComplaints({ a: 1, b: 2 }, { b: 3, c: undefined, d: 4 })).toEqual([
      'a is nothing and should be 1',
      'b is 3 and should be 2',
      'd is 4 and should be nothing',
    ]);
  });

  test.each([
    ['{"a":1}\n', []],
    ['{"a":1}{"a":1}', ['answered "{\\"a\\":1}{\\"a\\":1}"']],
    ['', ['answered ""']],
    ['null', ['answered null']],
  ])('is one line of JSON: %j', (text, found) => {
    expect(answerComplaints({ a: 1 }, readAnswer(text))).toEqual(found);
  });

  test('may be missing', () => {
    expect(answerComplaints({ a: 1 }, undefined)).toEqual(['answered nothing']);
  });
});
