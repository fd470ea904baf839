import type { Clock } from '../frame/index.js';

/** `<seconds>.<6 digits>`: the time of a message and, within its conversation, its id. Sorts as text. */
export type Timestamp = string;

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

export function createTimestampSource(clock: Clock): TimestampSource {
  let last = 0;
  return {
    next() {
      last = Math.max(clock.now() * 1_000, last + 1);
      return timestampOf(Math.floor(last));
    },
  };
}
