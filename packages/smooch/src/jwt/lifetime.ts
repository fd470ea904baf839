import type { RefuseOption } from '@x/http-core';

/** A span of time that is no timer, so it may be longer than one. */
export function checkLifetime(refuse: RefuseOption, option: string, value: number): number {
  return value >= 1000 && value < Infinity
    ? value
    : refuse(option, 'a number of milliseconds, at least 1000');
}
