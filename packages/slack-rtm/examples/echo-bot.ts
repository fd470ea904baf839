/**
 * A bot that repeats what people say, in the thread in which they say it, until somebody says "bye".
 *
 * SLACK_TOKEN is the token of a classic app; SLACK_API_URL may lead to another root than Slack's own, such as a local emulator.
 */
import { createSlackRtm, isServiceError } from '@x/slack-rtm';

const { SLACK_TOKEN = '', SLACK_API_URL } = process.env;

const slack = createSlackRtm({ token: SLACK_TOKEN, baseUrl: SLACK_API_URL });

slack.on('state', ({ from, to, delayMs }) => {
  console.log(`${from} → ${to}${delayMs === undefined ? '' : `, again in ${Math.round(delayMs)} ms`}`);
});
slack.on('gap', ({ from, to }) => {
  console.log(`nothing was heard from ${from.toISOString()} to ${to.toISOString()}`);
});

try {
  const messages = slack.messages();
  await slack.connect();
  for await (const { channel, user, text = '', thread_ts: threadTs, subtype } of messages) {
    if (subtype !== undefined || user === undefined || user === slack.self?.id) continue;
    if (text === 'bye') break;
    const { ts } = await slack.send(channel, text, { threadTs, waitMs: 60_000 });
    console.log(`repeated ${text} as ${ts}`);
  }
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await slack.close();
}
