import type { LogRecords } from './records.js';

/**
 * Records as a text: each in a line of its own, as `'ndjson'`, or in a list over as many lines, as `'json'`.
 *
 * @yields a piece of the text
 * @example
 * ```ts
 * import { createWriteStream } from 'node:fs';
 * import { pipeline } from 'node:stream/promises';
 * import type { SlackWeb } from '@x/slack-rtm';
 * import { extract, sortLog, writeLog } from '@x/slack-rtm/logs';
 *
 * export const save = (web: SlackWeb): Promise<void> =>
 *   pipeline(writeLog(sortLog(extract(web, { conversation: '#general' }))), createWriteStream('general.ndjson'));
 * ```
 */
export async function* writeLog(
  records: LogRecords,
  form: 'ndjson' | 'json' = 'ndjson',
): AsyncGenerator<string, void, undefined> {
  const isList = form === 'json';
  let separator = isList ? '[\n' : '';
  for await (const record of records) {
    yield `${separator}${JSON.stringify(record)}`;
    separator = isList ? ',\n' : '\n';
  }
  if (isList) yield separator === '[\n' ? '[]\n' : '\n]\n';
  else if (separator !== '') yield '\n';
}
