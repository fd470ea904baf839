import { checkNumber, retryAfterMs, systemClock, type Answer } from '@x/http-core';
import { ChatterError, refuseOption } from './errors.js';
import type { ChatterOptions } from './options.js';

/**
 * The paths of calls that count against Chatter's limit of the hour in every org, those that need Chatter: all of `chatter`
 * but a few, and a few of `connect`. In orgs from before Summer '24 all of `connect` counts; there the service itself
 * refuses the rest.
 */
export const metered: RegExp =
  /\/(chatter(?!\/link-m|.*\/(capabilities\/direct|audit|unread))|recomm|sched|dash|user-p|topic-|miss|quest|topics\/[^/]+\/[egk])/;

/** The limit of the hour, of which the service says only that it is reached. */
export interface HourlyLimit {
  /** Notes that it is reached, and gives how long to wait, in milliseconds. */
  readonly reach: (answer: Answer) => number;
  /** @throws `rate-limit` for a call that would be refused. */
  readonly check: (method: string, path: string) => void;
}

/** Keeps a client from calls that cannot succeed, and that might count. */
export function createHourlyLimit({
  hourlyLimitPauseMs = 3_600_000,
  clock = systemClock,
}: ChatterOptions): HourlyLimit {
  checkNumber(refuseOption, 'hourlyLimitPauseMs', hourlyLimitPauseMs);
  let over = 0;
  return {
    reach({ headers }) {
      const now = clock.now();
      const pause = retryAfterMs(headers, now) ?? hourlyLimitPauseMs;
      over = now + pause;
      return pause;
    },
    check(method, path) {
      const left = over - clock.now();
      if (left > 0 && metered.test(path)) {
        throw new ChatterError(`chatter: ${method} ${path} was not sent: the limit of the hour is reached`, {
          service: 'chatter',
          kind: 'rate-limit',
          code: 'REQUEST_LIMIT_EXCEEDED',
          retryable: true,
          retryAfterMs: left,
        });
      }
    },
  };
}
