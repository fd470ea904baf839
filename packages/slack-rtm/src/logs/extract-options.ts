import { checkNumber, type CallOptions } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import { compareTs, fromDate, isTs, toDate, type Ts } from '../ts.js';
import type { LogFiles } from './describe.js';
import type { LogCheckpoint } from './records.js';

/** What is extracted, and how. */
export interface ExtractOptions extends CallOptions {
  /** An id, the address of a message, `#name` or `@user`. */
  readonly conversation: string;
  /**
   * The first moment: a `Date`, a timestamp, or ISO 8601, which is UTC unless it says otherwise. Default: from the beginning.
   */
  readonly start?: Date | string | undefined;
  /** The last moment, in the same forms; a day or a second means all of it. Default: to the end. */
  readonly end?: Date | string | undefined;
  /** Whether replies are fetched, one call at least for each thread. Default true. */
  readonly threads?: boolean | undefined;
  /**
   * From when on threads are looked for that began before `start` and have replies within the range; it costs the calls for the
   * history in between. Default: `start`.
   */
  readonly threadsFrom?: Date | string | undefined;
  /** What is done with files. Default `'meta'`: they are described. */
  readonly files?: LogFiles | undefined;
  /** Writes the names of users into mentions: `<@U1>` becomes `<@U1|name>`. Default false: the text stays as it is. */
  readonly inlineNames?: boolean | undefined;
  /** Where an earlier extraction with the same options was left. No header comes then. */
  readonly resume?: LogCheckpoint | undefined;
  /** How many messages are asked for at once; fewer may come. Default 200. */
  readonly pageSize?: number | undefined;
  /** Stands in the header as what made the log. Default `'@x/slack-rtm'`. */
  readonly tool?: string | undefined;
  /** Stands in the header as when the log was made. Default: nothing does, so that a log made twice is the same log. */
  readonly generated?: Date | undefined;
}

/** The same, checked and complete. */
export interface ExtractSettings {
  readonly start: Ts | undefined;
  readonly end: Ts | undefined;
  readonly threadsFrom: Ts | undefined;
  readonly threads: boolean;
  readonly files: LogFiles;
  readonly inlineNames: boolean;
  readonly pageSize: number;
}

/** The most that Slack gives at once. */
const longestPage = 999;

export function readExtractOptions(options: ExtractOptions): ExtractSettings {
  const { threads = true, files = 'meta', inlineNames = false, pageSize = 200 } = options;
  if (typeof options.conversation !== 'string') {
    refuseArgument('conversation', "an id, the address of a message, '#name' or '@user'");
  }
  if (typeof files !== 'function' && files !== 'none' && files !== 'meta') {
    refuseArgument('files', "'none', 'meta' or a function that saves a file");
  }
  checkNumber(refuseArgument, 'pageSize', pageSize, 1);
  if (pageSize > longestPage) refuseArgument('pageSize', `at most ${longestPage}`);
  const start = readMoment('start', options.start, 'first');
  const end = readMoment('end', options.end, 'last');
  if (start !== undefined && end !== undefined && compareTs(end, start) < 0) {
    refuseArgument('end', 'no earlier than start');
  }
  const from = readMoment('threadsFrom', options.threadsFrom, 'first');
  const threadsFrom = from !== undefined && start !== undefined && compareTs(from, start) < 0 ? from : start;
  return { start, end, threadsFrom, threads, files, inlineNames, pageSize };
}

const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * A moment as a timestamp. What says only the day, the minute or the second names a span; of it, the first or the last
 * microsecond is taken.
 */
export function readMoment(
  name: string,
  value: Date | string | undefined,
  edge: 'first' | 'last',
): Ts | undefined {
  if (value === undefined) return undefined;
  const expected = "a Date, a timestamp, or ISO 8601 like '2024-05-01' or '2024-05-01T12:00:00+02:00'";
  const refuse = (): never => refuseArgument(name, expected);
  if (value instanceof Date)
    return value.getTime() >= 0 ? fromDate(value, edge === 'last' ? 999 : 0) : refuse();
  if (typeof value !== 'string') return refuse();
  if (isTs(value)) return value;
  if (/^\d{1,12}(\.\d{1,6})?$/.test(value)) return fromDate(toDate(value));
  const [, day, minute, second, fraction, zone = 'Z'] = iso.exec(value.trim()) ?? refuse();
  const date = new Date(`${day}T${minute ?? '00:00'}${second ?? ':00'}${zone.toUpperCase()}`);
  if (!(date.getTime() >= 0)) return refuse();
  if (fraction !== undefined) {
    const micros = fraction
      .slice(1)
      .padEnd(6, edge === 'last' ? '9' : '0')
      .slice(0, 6);
    return `${fromDate(date).slice(0, -6)}${micros}` as Ts;
  }
  if (edge === 'first') return fromDate(date);
  const spanMs = minute === undefined ? 86_400_000 : second === undefined ? 60_000 : 1000;
  return fromDate(new Date(date.getTime() + spanMs - 1), 999);
}
