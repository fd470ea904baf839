import { expect, test } from 'vitest';
import { createWorkspace } from '../src/index.js';
import { setUpSocket } from './socket-setup.js';

test('a workspace is kept by what comes over Socket Mode, as far as the token reaches', async () => {
  const { emulator, slack, channel: channelId } = await setUpSocket({ connections: 2 });
  const { control, credentials } = emulator;
  const { userId, userName } = credentials;
  const workspace = createWorkspace(slack, { history: 3 });
  await slack.connect();
  await workspace.load();

  const bot = control.users().find(({ name }) => name === 'surveyor');
  expect(workspace.me?.id).toBe(bot?.id);
  expect(workspace.team?.name).toBe('Contour Maps');
  expect(workspace.channels.get(channelId)).toMatchObject({ is_member: true });
  expect([...workspace.unavailable.keys()].toSorted()).toEqual(['im', 'mpim', 'private_channel']);

  const ts = control.say(channelId, userId, 'hello');
  await expect.poll(() => workspace.messages(channelId)).toMatchObject([{ ts, text: 'hello', user: userId }]);
  control.react(channelId, userId, ts, 'wave');
  await expect.poll(() => workspace.messages(channelId)[0]?.reactions).toHaveLength(1);
  control.rename(channelId, userId, 'renamed');
  await expect.poll(() => workspace.findChannel('#renamed')?.id).toBe(channelId);
  control.updateUser(userName, { displayName: 'Someone else' });
  await expect.poll(() => workspace.findUser('someone else')?.id).toBe(userId);

  // Connections come and go, which is no reason to begin anew.
  const { size } = workspace.users;
  control.socketMode.refresh(control.socketMode.connections()[0]?.id);
  control.remove(channelId, ts);
  await expect.poll(() => workspace.messages(channelId)).toMatchObject([{ subtype: 'channel_name' }]);
  expect([workspace.isStale, workspace.users.size]).toEqual([false, size]);
});
