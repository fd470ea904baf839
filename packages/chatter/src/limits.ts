import { checkNumber, retryAfterMs, systemClock, type Answer } from '@x/http-core';
import { ChatterError, refuseOption } from './errors.js';
import type { ChatterOptions } from './options.js';

/** All of `chatter` but these few, and of `connect` what needs Chatter. */
const metered =
  /\/(chatter(?!\/link-m|.*\/(capabilities\/direct|audit|unread))|recommend|schedul|dashb|user-pro|topic-|missions|question|topics\/[^/]+\/[egk])/;

/**
 * Whether a call counts against Chatter's limit of the hour in every org: the resources that need Chatter. In orgs from
 * before Summer '24 all of `connect` counts; there the service itself refuses the rest.
 */
export function isMetered(path: string): boolean {
  return metered.test(path);
}

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
      if (left > 0 && isMetered(path)) {
        throw new ChatterError(
          `chatter: ${method} ${path} was not sent: Chatter's limit of the hour is reached`,
          {
            service: 'chatter',
            kind: 'rate-limit',
            code: 'REQUEST_LIMIT_EXCEEDED',
            retryable: true,
            retryAfterMs: left,
          },
        );
      }
    },
  };
}
