// A session of Slack's own client of the Web API, with an emulated workspace.
import assert from 'node:assert/strict';
import { WebClient, WebClientEvent } from '@slack/web-api';
import { trial } from '../trial.mjs';
import { act, quiet, workspace } from './workspace.mjs';

const { apiUrl, botToken, granularBotToken, channelId, botUserId, userId } = workspace;
const quickly = {
  slackApiUrl: apiUrl,
  logger: quiet,
  retryConfig: { retries: 2, minTimeout: 10, maxTimeout: 20 },
};
const web = new WebClient(botToken, quickly);

await trial('the caller is told who it is', async () => {
  const { ok, user_id, response_metadata } = await web.auth.test();
  assert.deepEqual([ok, user_id], [true, botUserId]);
  assert.ok(response_metadata.scopes.includes('client'));
});

await trial('a refusal carries the code of the service', async () => {
  await assert.rejects(web.conversations.info({ channel: 'C0NOBODY00' }), (error) => {
    assert.deepEqual([error.code, error.data.error], ['slack_webapi_platform_error', 'channel_not_found']);
    return true;
  });
});

await trial('a missing scope is named', async () => {
  const granular = new WebClient(granularBotToken, quickly);
  await assert.rejects(
    granular.reactions.add({ channel: channelId, timestamp: '1.000000', name: 'x' }),
    (error) => {
      assert.equal(error.data.error, 'missing_scope');
      assert.equal(error.data.needed, 'reactions:write');
      return true;
    },
  );
});

let ts;

await trial('a message is posted, edited, reacted to and found in the history', async () => {
  const text = 'A message of the Web API';
  ({ ts } = await web.chat.postMessage({ channel: channelId, text }));
  assert.match(ts, /^\d{10}\.\d{6}$/);
  await web.chat.update({ channel: channelId, ts, text: `${text}, edited` });
  await web.reactions.add({ channel: channelId, timestamp: ts, name: 'tada' });
  const { messages } = await web.conversations.history({ channel: channelId, limit: 1 });
  assert.equal(messages[0].text, `${text}, edited`);
  assert.deepEqual(messages[0].reactions, [{ name: 'tada', users: [botUserId], count: 1 }]);
});

await trial('blocks travel as they are', async () => {
  const blocks = [{ type: 'section', block_id: 'b1', text: { type: 'mrkdwn', text: '*bold*' } }];
  const { message } = await web.chat.postMessage({ channel: channelId, text: 'bold', blocks });
  assert.deepEqual(message.blocks[0].text.text, '*bold*');
});

await trial('a thread is answered and read, and a message deleted', async () => {
  await web.chat.postMessage({ channel: channelId, text: 'A reply', thread_ts: ts });
  const { messages } = await web.conversations.replies({ channel: channelId, ts });
  assert.equal(messages.at(-1).text, 'A reply');
  const { ts: last } = await web.chat.postMessage({ channel: channelId, text: 'Not for long' });
  assert.equal((await web.chat.delete({ channel: channelId, ts: last })).ts, last);
});

await trial('lists are walked through by cursors', async () => {
  const names = [];
  let pages = 0;
  for await (const page of web.paginate('users.list', { limit: 2 })) {
    pages += 1;
    names.push(...page.members.map(({ name }) => name));
  }
  assert.ok(pages > 2, `only ${pages} pages`);
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.includes('ines'));
});

await trial('a file is uploaded in three steps', async () => {
  const { ok, files } = await web.filesUploadV2({
    channel_id: channelId,
    filename: 'plan.txt',
    content: 'First this, then that.',
    initial_comment: 'The plan',
  });
  assert.equal(ok, true);
  const { file } = await web.files.info({ file: files[0].files[0].id });
  assert.equal(file.name, 'plan.txt');
  assert.equal(file.size, 22);
});

await trial('a limit is waited for', async () => {
  await act('limit-method', { method: 'users.info', perMinute: 60, burst: 1 });
  const limits = [];
  web.on(WebClientEvent.RATE_LIMITED, (seconds) => limits.push(seconds));
  const asked = await Promise.all([web.users.info({ user: userId }), web.users.info({ user: userId })]);
  assert.deepEqual(
    asked.map(({ user }) => user.id),
    [userId, userId],
  );
  assert.deepEqual(limits, [1]);
  await act('limit-method', { method: 'users.info' });
});

await trial('a page of the edge in place of an answer is tried again', async () => {
  await act('faults', { match: { path: '/api/team.info' }, fault: { kind: 'html', status: 503 } });
  assert.equal((await web.team.info()).team.name, 'Contour Maps');
});

await trial('a code is exchanged for a token, which is revoked', async () => {
  const app = (await act('apps')).find(({ classic }) => !classic);
  const redirect = 'https://app.example/back';
  const query = new URLSearchParams({
    client_id: app.clientId,
    scope: 'chat:write',
    redirect_uri: redirect,
  });
  const url = `${workspace.url}/oauth/v2/authorize?${query}`;
  const { location } = await act('approve', { user: userId, url });
  const { access_token } = await new WebClient(undefined, quickly).oauth.v2.access({
    client_id: app.clientId,
    client_secret: app.clientSecret,
    code: new URL(location).searchParams.get('code'),
    redirect_uri: redirect,
  });
  const installed = new WebClient(access_token, quickly);
  assert.equal((await installed.auth.revoke()).revoked, true);
  await assert.rejects(installed.auth.test(), ({ data }) => data.error === 'token_revoked');
});
