import type { Clock } from '../frame/index.js';

/** `<seconds>.<6 digits>`: the time of a message and, within its conversation, its id. Sorts as text. */
export type Timestamp = string;

/** What a second begins with where messages are counted. */
const firstCount = 2;

/** Stands for "never". */
export const never: Timestamp = '0000000000.000000';

/** Microseconds since 1970, which a number holds exactly for centuries to come. */
export function microsOf(timestamp: Timestamp): number {
  const [seconds = '0', fraction = ''] = timestamp.split('.');
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

export function timestampOf(micros: number): Timestamp {
  const seconds = Math.floor(micros / 1_000_000);
  return `${String(seconds).padStart(10, '0')}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

/** True for what the service takes as a bound: `1355517523.000005` and also `1355517523`. */
export function isTimestamp(text: string): boolean {
  return /^\d{1,12}(?:\.\d{1,6})?$/.test(text);
}

/** Hands out timestamps of which each is later than all before it, however fast they are asked for. */
export interface TimestampSource {
  next(): Timestamp;
}

/**
 * What the digits after the point are: microseconds, as today, or a count that begins anew with each second, as they once were
 * (`1355517523.000005`).
 */
export type TimestampStyle = 'microseconds' | 'counter';

export function createTimestampSource(clock: Clock, style: TimestampStyle = 'microseconds'): TimestampSource {
  let last = 0;
  return {
    next() {
      const now = clock.now() * 1_000;
      const earliest = style === 'counter' ? Math.floor(now / 1_000_000) * 1_000_000 + firstCount : now;
      last = Math.max(Math.floor(earliest), last + 1);
      return timestampOf(last);
    },
  };
}
