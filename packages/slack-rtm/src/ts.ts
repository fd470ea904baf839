import { refuseArgument } from './errors.js';

declare const brand: unique symbol;

/**
 * A text that is known to be a timestamp: `<seconds since 1970>.<six digits>`, as Slack writes it. It is the id of a message
 * within its channel, and a text like any other; everything that takes a timestamp takes texts.
 */
export type Ts = string & { readonly [brand]: true };

/** A part of a history, with the bounds of `conversations.history`. */
export interface TsRange {
  /** Only what is later. Default: from the beginning. */
  readonly oldest?: string | undefined;
  /** Only what is earlier. Default: to the end. */
  readonly latest?: string | undefined;
  /** Whether the bounds belong to it. Default `false`. */
  readonly inclusive?: boolean | undefined;
}

/** Some inputs leave digits out. */
const pattern = /^(\d{1,12})(?:\.(\d{1,6}))?$/;
const exactPattern = /^\d{1,12}\.\d{6}$/;
/** The first that has thirteen digits of seconds. */
const tooLate = 10n ** 18n;

/**
 * Whether a value is a timestamp as Slack writes it, with six digits after the dot.
 *
 * @example
 * ```ts
 * import { isTs, type Ts } from '@x/slack-rtm';
 *
 * export const tsOf = (id: unknown): Ts | undefined => (isTs(id) ? id : undefined);
 * ```
 */
export function isTs(value: unknown): value is Ts {
  return typeof value === 'string' && exactPattern.test(value);
}

/**
 * A timestamp as microseconds since 1970, exactly.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no timestamp.
 * @example
 * ```ts
 * import { toMicros } from '@x/slack-rtm';
 *
 * export const apart = (one: string, other: string): bigint => toMicros(other) - toMicros(one);
 * ```
 */
export function toMicros(ts: string): bigint {
  return BigInt(split(ts).join(''));
}

/**
 * The timestamp of so many microseconds since 1970: `fromMicros(toMicros(ts))` is `ts` again, if it has six digits.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is before 1970, or has more than twelve digits of seconds.
 * @example
 * ```ts
 * import { fromMicros } from '@x/slack-rtm';
 *
 * export const ts: string = fromMicros(1_355_517_523_000_005n); // '1355517523.000005'
 * ```
 */
export function fromMicros(micros: bigint): Ts {
  if (micros < 0n || micros >= tooLate) refuseArgument('micros', 'from 0 to less than 10 ** 18');
  const digits = String(micros).padStart(16, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}` as Ts;
}

/**
 * A timestamp so many microseconds later, or earlier: the neighbours of a message, for bounds of a history.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no timestamp, for parts of a microsecond, and for a moment before 1970.
 * @example
 * ```ts
 * import { addMicros } from '@x/slack-rtm';
 *
 * export const after: string = addMicros('1355517523.999999', 1); // '1355517524.000000'
 * ```
 */
export function addMicros(ts: string, micros: number): Ts {
  if (!Number.isSafeInteger(micros)) refuseArgument('micros', 'a whole number');
  return fromMicros(toMicros(ts) + BigInt(micros));
}

/**
 * Whether a timestamp is in a part of a history. As Slack has it, the bounds do not belong to it, unless `inclusive`.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no timestamp.
 * @example
 * ```ts
 * import { fromDate, isWithin, type HistoryMessage } from '@x/slack-rtm';
 *
 * const today = { oldest: fromDate(new Date(new Date().setHours(0, 0, 0, 0))), inclusive: true };
 *
 * export const isOfToday = ({ ts }: HistoryMessage): boolean => isWithin(ts, today);
 * ```
 */
export function isWithin(ts: string, { oldest, latest, inclusive = false }: TsRange): boolean {
  const least = inclusive ? 0 : 1;
  return (
    (oldest === undefined || compareTs(ts, oldest) >= least) &&
    (latest === undefined || compareTs(latest, ts) >= least)
  );
}

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
export function fromDate(date: Date, micros = 0): Ts {
  const ms = date.getTime();
  if (!(ms >= 0)) refuseArgument('date', 'a moment since 1970');
  if (!Number.isInteger(micros) || micros < 0 || micros > 999) refuseArgument('micros', 'from 0 to 999');
  const digits = String((ms % 1000) * 1000 + micros).padStart(6, '0');
  return `${Math.floor(ms / 1000)}.${digits}` as Ts;
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
