import { refuseArgument } from '../errors.js';
import { toDate } from '../ts.js';

/** A moment as clocks on a wall show it. */
export interface LocalTime {
  /** `2024-05-01`. */
  readonly day: string;
  /** `12:00:00`. */
  readonly time: string;
}

/** Tells what timestamps are in a zone by its IANA name. */
export function createLocalTimes(timeZone: string): (ts: string) => LocalTime {
  const format = formatFor(timeZone);
  return (ts) => {
    const parts = new Map(format.formatToParts(toDate(ts)).map(({ type, value }) => [type, value]));
    const join = (mark: string, ...types: Intl.DateTimeFormatPartTypes[]): string =>
      types.map((type) => (parts.get(type) ?? '').padStart(2, '0')).join(mark);
    return { day: join('-', 'year', 'month', 'day'), time: join(':', 'hour', 'minute', 'second') };
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  const fields = { month: two, day: two, hour: two, minute: two, second: two } as const;
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...fields,
      year: 'numeric',
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone,
    });
  } catch {
    return refuseArgument('timeZone', "the name of a time zone, like 'Europe/Vienna'");
  }
}
