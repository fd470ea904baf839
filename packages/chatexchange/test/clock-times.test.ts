import { expect, test } from 'vitest';
import { boundTimes, readClock } from '../src/parse/clock-times.js';

test.each([
  ['1:45 AM', 1 * 3600 + 45 * 60],
  ['12:05 AM', 5 * 60],
  ['12:05 PM', 12 * 3600 + 5 * 60],
  ['11:59 PM', 23 * 3600 + 59 * 60],
  ['Oct 30 13:45', 13 * 3600 + 45 * 60],
  ['yesterday', undefined],
  [undefined, undefined],
])('%s is so many seconds after midnight: %s', (text, seconds) => {
  expect(readClock(text)).toBe(seconds);
});

test('a message without a time lies between those that have one, or the ends of the page', () => {
  const groups = [undefined, '10:00 AM', undefined, '11:30 AM'].map((time) => ({ time, messages: [] }));
  const sent = boundTimes([9, 12], groups);
  const clock = (hours: number, minutes: number, seconds = 0): number =>
    hours * 3600 + minutes * 60 + seconds;
  expect(sent(0, 0)).toEqual({ minute: undefined, near: [clock(9, 0), clock(10, 0, 59)] });
  expect(sent(1, 0)).toEqual({ minute: clock(10, 0), near: [clock(10, 0), clock(10, 0, 59)] });
  // Of a group the first message has the time that is shown; the others follow it.
  expect(sent(1, 1)).toEqual({ minute: undefined, near: [clock(10, 0), clock(11, 30, 59)] });
  expect(sent(2, 0)).toEqual({ minute: undefined, near: [clock(10, 0), clock(11, 30, 59)] });
  expect(sent(3, 1)).toEqual({ minute: undefined, near: [clock(11, 30), clock(11, 59, 59)] });
});
