/**
 * Exports what was said in a channel: as lines of JSON, from which other programs read all of it, and as Markdown for people.
 *
 * SLACK_TOKEN is a token that may read the channel (`channels:history`, `channels:read`, `users:read`); SLACK_CHANNEL is a name,
 * an id or the address of a message, SLACK_LOG where the files go, without their extensions. SLACK_API_URL may lead to another
 * root than Slack's own, such as a local emulator.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createSlackWeb, isServiceError } from '@x/slack-rtm';
import { extract, format, readLog, sortLog, writeLog } from '@x/slack-rtm/logs';

const { SLACK_TOKEN = '', SLACK_API_URL, SLACK_CHANNEL = '#general', SLACK_LOG = 'slack-log' } = process.env;

const web = createSlackWeb({ token: SLACK_TOKEN, baseUrl: SLACK_API_URL });

try {
  const records = extract(web, { conversation: SLACK_CHANNEL });
  await pipeline(writeLog(sortLog(records)), createWriteStream(`${SLACK_LOG}.ndjson`));

  const log = readLog(createReadStream(`${SLACK_LOG}.ndjson`));
  await pipeline(format(log, { timeZone: 'Europe/Vienna' }), createWriteStream(`${SLACK_LOG}.md`));

  console.log(`wrote ${SLACK_LOG}.ndjson and ${SLACK_LOG}.md`);
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
