import type { Monologue } from './monologues.js';

/** From which second of the day to which, both included. */
export type Bounds = readonly [from: number, to: number];

/** When one message was sent, as far as a transcript tells. */
export interface Sent {
  /** The second with which the minute begins that the page shows for it; absent where it shows none, which is mostly so. */
  readonly minute: number | undefined;
  /** From which second of the day to which it can have been sent, both included. */
  readonly near: Bounds;
}

/** Seconds after midnight of `1:45 AM`, also of `13:45`; `undefined` of what is no such time. */
export function readClock(text: string | undefined): number | undefined {
  const [, hour, minute, half] = /(\d{1,2}):(\d\d)(?:\s*([AP])M)?\s*$/i.exec(text ?? '') ?? [];
  if (hour === undefined) return undefined;
  const isAfternoon = half?.toUpperCase() === 'P';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return hours * 3600 + Number(minute) * 60;
}

/**
 * What a page says of when its messages were sent. It shows the time, to the minute, of the first message of some groups.
 * As messages are in their order, the others lie between the nearest such times, or the ends of the page.
 */
export function boundTimes(
  [firstHour, lastHour]: readonly [number, number],
  groups: readonly Monologue[],
): (group: number, message: number) => Sent {
  const minutes = groups.map(({ time }) => readClock(time));
  let from = firstHour * 3600;
  const earliest = minutes.map((minute) => (from = Math.max(from, minute ?? from)));
  let to = lastHour * 3600 - 1;
  const latest = minutes
    .toReversed()
    .map((minute) => {
      const after = to;
      if (minute !== undefined) to = Math.min(to, minute + 59);
      return after;
    })
    .toReversed();
  return (group, message) => {
    const minute = message === 0 ? minutes[group] : undefined;
    const least = earliest[group] ?? from;
    return {
      minute,
      near: minute === undefined ? [least, Math.max(least, latest[group] ?? to)] : [minute, minute + 59],
    };
  };
}
