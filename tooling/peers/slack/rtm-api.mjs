// A session of Slack's own client of RTM, with an emulated workspace.
import assert from 'node:assert/strict';
import { exit } from 'node:process';
import { RTMClient } from '@slack/rtm-api';
import { trial } from '../trial.mjs';
import { workOn } from './whole-session.mjs';
import { act, allGone, next, quiet, workspace } from './workspace.mjs';

const { apiUrl, botToken, granularBotToken, channelId, botUserId, teamId, userId } = workspace;
const options = { slackApiUrl: apiUrl, logger: quiet, retryConfig: { retries: 1, minTimeout: 10 } };
const rtm = new RTMClient(botToken, options);

await trial('it connects and is told who it is', async () => {
  const { self, team } = await rtm.start();
  assert.deepEqual([self.id, team.id], [botUserId, teamId]);
  assert.deepEqual([rtm.activeUserId, rtm.activeTeamId], [botUserId, teamId]);
  if (!rtm.connected) await next(rtm, 'connected');
});

await trial('it hears what people say, edit and react with', async () => {
  const message = next(rtm, 'message', ({ text }) => text === 'Hello, client');
  const reaction = next(rtm, 'reaction_added');
  const edit = next(rtm, 'message', ({ subtype }) => subtype === 'message_changed');
  const { ts } = await act('say', { channel: channelId, user: userId, text: 'Hello, client' });
  assert.deepEqual([(await message).ts, (await message).user], [ts, userId]);
  await act('react', { channel: channelId, user: userId, ts, name: 'wave' });
  assert.equal((await reaction).reaction, 'wave');
  await act('edit', { channel: channelId, ts, text: 'Hello again' });
  assert.equal((await edit).message.text, 'Hello again');
});

await trial('by its Web API it reacts, answers, uploads, pages and waits for a limit', async () => {
  const message = next(rtm, 'message', ({ text }) => text === 'Please do something');
  await act('say', { channel: channelId, user: userId, text: 'Please do something' });
  await workOn(rtm.webClient, await message);
});

// Before anything is sent: once a message was acknowledged, this client throws wherever it loses its connection.
for (const how of ['close', 'drop', 'reset']) {
  await trial(`it comes back after ${how}, and hears what is said then`, async () => {
    const back = next(rtm, 'ready');
    await act('cut', { how });
    await back;
    const message = next(rtm, 'message', ({ text }) => text === `After ${how}`);
    await act('say', { channel: channelId, user: userId, text: `After ${how}` });
    await message;
  });
}

await trial('it is told of a goodbye, and comes back after it', async () => {
  const goodbye = next(rtm, 'goodbye');
  const back = next(rtm, 'ready');
  await act('goodbye', { graceMs: 50 });
  await goodbye;
  await back;
});

await trial('it disconnects', async () => {
  const gone = next(rtm, 'disconnected');
  await rtm.disconnect();
  await gone;
  await allGone('connections');
});

const talker = new RTMClient(botToken, options);

await trial('what it sends is acknowledged and stored', async () => {
  await talker.start();
  if (!talker.connected) await next(talker, 'connected');
  const { ts } = await talker.sendMessage('A message of RTM', channelId);
  const said = await act('messages', { channel: channelId });
  assert.deepEqual(
    said.filter((message) => message.ts === ts).map(({ text }) => text),
    ['A message of RTM'],
  );
});

await trial('what cannot be taken is refused in words', async () => {
  await assert.rejects(talker.sendMessage('To nobody', 'C0NOBODY00'), {
    code: 'slack_rtmapi_send_message_platform_error',
  });
});

await trial('it tells that it types, and hears others type', async () => {
  const typing = next(talker, 'user_typing');
  await talker.sendTyping(channelId);
  await act('types', { channel: channelId, user: userId });
  assert.equal((await typing).user, userId);
  const sent = (await act('sends')).map(({ frame }) => frame?.type);
  assert.ok(sent.includes('typing'), `only ${sent}`);
});

await trial('it is told of the presence that it asked for', async () => {
  const first = next(talker, 'presence_change');
  await talker.subscribePresence([userId]);
  await first;
  const change = next(talker, 'presence_change', ({ presence }) => presence === 'active');
  await act('set-presence', { user: userId, presence: 'away' });
  await act('set-presence', { user: userId, presence: 'active' });
  const { user, users = [user] } = await change;
  assert.deepEqual(users, [userId]);
});

await trial('it waits for a limit before it connects', async () => {
  await act('limit-method', { method: 'rtm.connect', perMinute: 60, burst: 1 });
  const others = [new RTMClient(botToken, options), new RTMClient(botToken, options)];
  const started = await Promise.all(others.map((client) => client.start()));
  assert.deepEqual(
    started.map(({ ok }) => ok),
    [true, true],
  );
  await Promise.all(others.map((client) => client.disconnect()));
  await act('limit-method', { method: 'rtm.connect' });
});

await trial('an app with granular scopes is refused', async () => {
  const granular = new RTMClient(granularBotToken, { ...options, autoReconnect: false });
  const failed = Promise.race([
    granular.start().then(
      () => 'started',
      (error) => error.data?.error,
    ),
    next(granular, 'unable_to_rtm_start').then((error) => error.data?.error),
  ]);
  assert.equal(await failed, 'not_allowed_token_type');
});

// Its disconnecting would throw, too.
exit();
