// What a bot does when it has heard a message, by whichever client of the Web API it has.
import assert from 'node:assert/strict';
import { act, workspace } from './workspace.mjs';

/** Reacts to a message, answers in its thread, uploads a file, walks through a list and waits for a limit. */
export async function workOn(web, { channel, ts }) {
  await web.reactions.add({ channel, timestamp: ts, name: 'eyes' });
  await web.chat.postMessage({ channel, thread_ts: ts, text: 'On it' });
  const { messages } = await web.conversations.replies({ channel, ts });
  assert.deepEqual([messages[0].reactions[0].name, messages.at(-1).text], ['eyes', 'On it']);

  const { files } = await web.filesUploadV2({
    channel_id: channel,
    thread_ts: ts,
    filename: 'notes.txt',
    content: 'All of it.',
  });
  assert.equal((await web.files.info({ file: files[0].files[0].id })).file.size, 10);

  const ids = [];
  for await (const page of web.paginate('users.list', { limit: 2 })) {
    ids.push(...page.members.map(({ id }) => id));
  }
  assert.ok(ids.length > 4 && new Set(ids).size === ids.length, `only ${ids.join(', ')}`);

  const { userId } = workspace;
  await act('limit-method', { method: 'users.info', perMinute: 60, burst: 1 });
  const asked = await Promise.all([web.users.info({ user: userId }), web.users.info({ user: userId })]);
  await act('limit-method', { method: 'users.info' });
  assert.deepEqual(
    asked.map(({ user }) => user.id),
    [userId, userId],
  );
}
