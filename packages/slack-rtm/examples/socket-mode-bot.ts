/**
 * A bot that answers when it is mentioned, in the thread in which it is, and takes the command "/echo", until somebody says "bye".
 *
 * SLACK_APP_TOKEN is the token of an app with Socket Mode, SLACK_BOT_TOKEN that of its bot; SLACK_API_URL may lead to another root
 * than Slack's own, such as a local emulator.
 */
import { createSlackSocket, deliveryOf, isServiceError, waitFor } from '@x/slack-rtm';

const { SLACK_APP_TOKEN = '', SLACK_BOT_TOKEN = '', SLACK_API_URL } = process.env;

const slack = createSlackSocket({
  appToken: SLACK_APP_TOKEN,
  token: SLACK_BOT_TOKEN,
  baseUrl: SLACK_API_URL,
});

slack.on('state', ({ from, to }) => {
  console.log(`${from} → ${to}`);
});

slack.on('slash_commands', ({ payload, ack }) => {
  ack({ text: `You said ${payload.text}` });
});

slack.on('app_mention', async (mention) => {
  const { channel, ts, thread_ts: inThread } = mention;
  const threadTs = typeof inThread === 'string' ? inThread : ts;
  const isLate = (deliveryOf(mention)?.retry_attempt ?? 0) > 0;
  const sent = await slack.send(channel, isLate ? 'Sorry, I was away. Here I am' : 'Here I am', { threadTs });
  console.log(`answered with ${sent.ts}`);
});

try {
  await slack.connect();
  await waitFor(slack, 'message', ({ text = '' }) => text.endsWith('bye'), { timeoutMs: 2 ** 31 - 1 });
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await slack.close();
}
