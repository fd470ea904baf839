// A session of Slack's own client of Socket Mode, with an emulated workspace.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import { WebClient } from '@slack/web-api';
import { trial } from '../trial.mjs';
import { workOn } from './whole-session.mjs';
import { act, allGone, next, quiet, workspace } from './workspace.mjs';

const { apiUrl, appToken, botToken, channelId, userId } = workspace;
const client = new SocketModeClient({ appToken, clientOptions: { slackApiUrl: apiUrl }, logger: quiet });

const say = (text) => act('say', { channel: channelId, user: userId, text });

/** What became of the newest delivery, once it is no longer waited for. */
async function newestDelivery() {
  for (;;) {
    const delivery = (await act('deliveries')).at(-1);
    if (delivery.state !== 'waiting') return delivery;
    await wait(10);
  }
}

await trial('it connects', async () => {
  await client.start();
  assert.equal((await act('links')).length, 1);
});

await trial('it hears a message and acknowledges it', async () => {
  const message = next(client, 'message');
  await say('Hello, app');
  const { event, body, ack, retry_num } = await message;
  assert.deepEqual([event.text, event.channel_type, retry_num], ['Hello, app', 'channel', 0]);
  assert.equal(body.type, 'event_callback');
  await ack();
  const { state, attempts } = await newestDelivery();
  assert.deepEqual([state, attempts.length], ['acknowledged', 1]);
});

await trial('what it hears is worked on by the Web API', async () => {
  const message = next(client, 'message', ({ event }) => event.text === 'Please do something');
  await say('Please do something');
  const { event, ack } = await message;
  await ack();
  await workOn(new WebClient(botToken, { slackApiUrl: apiUrl, logger: quiet }), event);
});

await trial('what it does not acknowledge comes again', async () => {
  await act('configure', { ackWindowMs: 100 });
  await say('Hello?');
  const { event, ack, retry_num, retry_reason } = await next(
    client,
    'message',
    (told) => told.event.text === 'Hello?' && told.retry_num === 1,
  );
  assert.deepEqual([event.text, retry_num, retry_reason], ['Hello?', 1, 'timeout']);
  await ack();
  assert.equal((await newestDelivery()).state, 'acknowledged');
  await act('configure', { ackWindowMs: 3_000 });
});

await trial('a command is answered with its acknowledgement', async () => {
  const command = next(client, 'slash_commands');
  await act('slash-command', { command: '/deploy', text: 'prod' });
  const { body, ack } = await command;
  assert.deepEqual([body.command, body.text], ['/deploy', 'prod']);
  await ack({ text: 'On it' });
  assert.deepEqual((await newestDelivery()).response, { text: 'On it' });
});

await trial('a command is answered later at its response_url', async () => {
  const command = next(client, 'slash_commands');
  await act('slash-command', { command: '/deploy' });
  const { body, ack } = await command;
  await ack();
  await fetch(body.response_url, { method: 'POST', body: JSON.stringify({ text: 'Done' }) });
  assert.deepEqual((await act('responses')).at(-1).body, { text: 'Done' });
});

await trial('a view is answered with its acknowledgement', async () => {
  const submission = next(client, 'interactive');
  await act('interactive', {
    payload: { type: 'view_submission', view: { id: 'V1', state: { values: {} } } },
  });
  const { body, ack } = await submission;
  assert.equal(body.view.id, 'V1');
  await ack({ response_action: 'clear' });
  assert.deepEqual((await newestDelivery()).response, { response_action: 'clear' });
});

await trial('it comes anew when it is asked to', async () => {
  const back = next(client, 'connected');
  await act('refresh-links');
  await back;
  const message = next(client, 'message');
  await say('After a refresh');
  await (await message).ack();
});

for (const how of ['close', 'drop', 'reset']) {
  await trial(`it comes back after ${how}`, async () => {
    const back = next(client, 'connected');
    await act('cut-links', { how });
    await back;
    const message = next(client, 'message', ({ event }) => event.text === `After ${how}`);
    await say(`After ${how}`);
    await (await message).ack();
  });
}

await trial('it disconnects', async () => {
  await client.disconnect();
  await allGone('links');
});
