import { refuseArgument } from './errors.js';

/** `<seconds since 1970>.<six digits>`; some inputs leave the digits out. */
const pattern = /^(\d{1,12})(?:\.(\d{1,6}))?$/;

/**
 * The moment of a Slack timestamp, to the millisecond, rounded down: a `Date` cannot hold more. Keep the text wherever the
 * timestamp names something; it is the id of a message within its channel.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no timestamp.
 * @example
 * ```ts
 * import { toDate } from '@x/slack-rtm';
 *
 * export const written: Date = toDate('1355517523.000005'); // 2012-12-14T20:38:43.000Z
 * ```
 */
export function toDate(ts: string): Date {
  const [seconds, micros] = split(ts);
  return new Date(Number(seconds) * 1000 + Math.floor(Number(micros) / 1000));
}

/**
 * The timestamp of a moment, with six digits: for `oldest` and `latest` of a history, for example. `micros` are the
 * microseconds, 0 to 999, that a `Date` cannot hold.
 *
 * @throws `usage` / `INVALID_REQUEST` for a date that is none or before 1970, and for other microseconds.
 * @example
 * ```ts
 * import { fromDate } from '@x/slack-rtm';
 *
 * export const anHourAgo = (): string => fromDate(new Date(Date.now() - 3_600_000));
 * ```
 */
export function fromDate(date: Date, micros = 0): string {
  const ms = date.getTime();
  if (!(ms >= 0)) refuseArgument('date', 'a moment since 1970');
  if (!Number.isInteger(micros) || micros < 0 || micros > 999) refuseArgument('micros', 'from 0 to 999');
  const digits = String((ms % 1000) * 1000 + micros).padStart(6, '0');
  return `${Math.floor(ms / 1000)}.${digits}`;
}

/**
 * Orders two timestamps exactly, as `sort` wants it: negative when the first is the earlier one. As numbers they would lose
 * their last digits.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no timestamp.
 * @example
 * ```ts
 * import { compareTs } from '@x/slack-rtm';
 *
 * export const inOrder = <Message extends { ts: string }>(messages: Message[]): Message[] =>
 *   messages.toSorted((one, other) => compareTs(one.ts, other.ts));
 * ```
 */
export function compareTs(one: string, other: string): number {
  const [first, second] = [split(one).join('.'), split(other).join('.')];
  return first < second ? -1 : Number(first > second);
}

/** Seconds and microseconds, each as long as they can be, so that they compare as texts. */
function split(ts: string): readonly [seconds: string, micros: string] {
  const [, seconds, micros = ''] =
    pattern.exec(ts) ?? refuseArgument('ts', "a timestamp like '1355517523.000005'");
  return [(seconds ?? '').padStart(12, '0'), micros.padEnd(6, '0')];
}
