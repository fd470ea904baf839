import { expect, test } from 'vitest';
import { readTrials } from '../src/trials.js';

test('what a client says of itself is told from what it tries', () => {
  const printed = [
    '{"what":"users come in a page"}',
    'DeprecationWarning: the url module',
    '{"what":"a post is liked","problem":"NOT_FOUND: no such resource"}',
    '',
  ].join('\n');
  expect(readTrials(printed)).toEqual({
    trials: [
      { what: 'users come in a page' },
      { what: 'a post is liked', problem: 'NOT_FOUND: no such resource' },
    ],
    rest: ['DeprecationWarning: the url module'],
  });
});
