import { describe, expect, test } from 'vitest';
import { waitFor } from '../src/index.js';
import { behaviour } from './behaviours.js';
import {
  hasRecordings,
  inHaste,
  playWorkspace,
  recorded,
  recording,
  send,
  setUpWorkspace,
} from './workspace-setup.js';

describe('presence', () => {
  test(behaviour(48), async () => {
    for (const batch of [true, false]) {
      const { emulator, slack, workspace, me, other } = await setUpWorkspace({
        slack: { ...inHaste(), presence: { batch } },
      });
      const frames: unknown[] = [];
      slack.on('presence_change', (frame) => frames.push(Array.isArray(frame.users)));
      await slack.subscribePresence([me, other]);
      // Asked for at once, and told when it changes.
      await expect
        .poll(() => workspace.presence)
        .toEqual(
          new Map([
            [me, 'active'],
            [other, 'active'],
          ]),
        );
      emulator.control.setPresence(other, 'away');
      await expect.poll(() => workspace.presence.get(other)).toBe('away');
      expect(workspace.users.get(other)?.presence).toBe('away');
      expect(new Set(frames)).toEqual(new Set([batch]));
      // The next connection begins it anew, and is told again.
      const hello = waitFor(slack, 'hello');
      emulator.control.setPresence(me, 'away');
      emulator.control.cut('drop');
      await hello;
      await expect
        .poll(() => workspace.presence)
        .toEqual(
          new Map([
            [me, 'away'],
            [other, 'away'],
          ]),
        );
    }
  });

  test.skipIf(!hasRecordings)(behaviour(48, 'as documented'), () => {
    const { workspace, play } = playWorkspace();
    play(...recorded('rtm-control', /presence/), ...recorded('rtm-captured', /presence_change/));
    expect(workspace.presence.get('U407ABLLW')).toBe('active');
    expect(workspace.presence.size).toBeGreaterThan(2);
  });

  test(behaviour(75), async () => {
    const { web, workspace, changes, me } = await setUpWorkspace();
    await web.users.setPresence({ presence: 'away' });
    await expect.poll(() => workspace.presence.get(me)).toBe('away');
    expect(workspace.users.get(me)?.presence).toBe('away');
    await web.users.setPresence({ presence: 'auto' });
    await expect.poll(() => workspace.presence.get(me)).toBe('active');
    expect(changes.filter(({ what }) => what === 'presence')).toEqual([
      { what: 'presence', how: 'added', id: me },
      { what: 'presence', how: 'changed', id: me },
    ]);
  });

  test.skipIf(!hasRecordings)(behaviour(75, 'as documented of old'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-docs-2015', /manual_presence_change/));
    expect([...workspace.presence]).toEqual([['U0ME', 'away']]);
  });

  test(behaviour(76), async () => {
    const made = await setUpWorkspace();
    const { workspace, me, other } = made;
    await send(made, { type: 'presence_change', users: [me, other], presence: 'active' });
    await send(made, { type: 'presence_change', user: other, presence: 'away' });
    expect([workspace.presence.get(me), workspace.presence.get(other)]).toEqual(['active', 'away']);
    expect(workspace.users.get(other)?.presence).toBe('away');
    // A new connection tells it anew.
    await send(made, { type: 'hello' });
    expect(workspace.presence.size).toBe(0);
    expect(made.changes).toContainEqual({ what: 'presence', how: 'removed', id: me });
  });

  test.skipIf(!hasRecordings)(behaviour(76, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    play(...recorded('rtm-captured', /presence_change/));
    expect(Object.fromEntries(workspace.presence)).toEqual({ U407ABLLW: 'active', U3ZKBBDL5: 'active' });
  });
});

describe('a user', () => {
  test(behaviour(81), async () => {
    const { emulator, workspace, changes } = await setUpWorkspace();
    const id = emulator.control.addUser({ name: 'newcomer', displayName: 'New', realName: 'New Comer' });
    await expect.poll(() => workspace.findUser('@newcomer')?.id).toBe(id);
    for (const name of ['New', 'new comer']) expect(workspace.findUser(name)?.id).toBe(id);
    expect(changes).toEqual([{ what: 'user', how: 'added', id }]);
  });

  test.skipIf(!hasRecordings)(behaviour(81, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    const frame = recording('rtm-captured', /team_join/);
    play(frame);
    expect([...workspace.users.values()]).toEqual([frame['user']]);
  });

  test(behaviour(83), async () => {
    const { web, workspace, changes, me } = await setUpWorkspace();
    await web.call('users.profile.set', { profile: { status_text: 'at lunch', display_name: 'Ines' } });
    await expect
      .poll(() => workspace.users.get(me)?.profile)
      .toMatchObject({
        status_text: 'at lunch',
        display_name: 'Ines',
      });
    expect(workspace.findUser('Ines')?.id).toBe(me);
    expect(changes).toContainEqual({ what: 'user', how: 'changed', id: me });
  });

  test(behaviour(83, 'and never an older one'), async () => {
    const made = await setUpWorkspace();
    const { workspace, me } = made;
    const known = workspace.users.get(me);
    const { updated = 0 } = known ?? {};
    await send(made, { type: 'user_change', user: { id: me, name: 'old', updated: updated - 1 } });
    await send(made, { type: 'user_change', user: { id: me, name: 'old' }, cache_ts: updated - 1 });
    expect(workspace.users.get(me)).toBe(known);
    await send(made, { type: 'presence_change', user: me, presence: 'away' });
    await send(made, { type: 'user_status_changed', user: { id: me, name: 'new', updated: updated + 1 } });
    expect(workspace.users.get(me)).toEqual({ id: me, name: 'new', updated: updated + 1, presence: 'away' });
  });

  test('who is me is me by another name', async () => {
    const { emulator, workspace, me } = await setUpWorkspace();
    emulator.control.updateUser(me, { name: 'ines.c' });
    await expect.poll(() => workspace.me).toEqual({ id: me, name: 'ines.c' });
  });

  test.skipIf(!hasRecordings)(behaviour(83, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    const frames = recorded('rtm-captured', /user_change/);
    play(...frames);
    expect(workspace.users.size).toBe(1);
    expect([...workspace.users.values()][0]).toEqual(frames.at(-1)?.['user']);
  });

  test(behaviour(84, 'users that are another now'), async () => {
    const made = await setUpWorkspace();
    const { emulator, workspace, other } = made;
    await send(made, { type: 'user_invalidated', user: { id: other } });
    expect([...workspace.outdated]).toEqual([other]);
    emulator.control.requests.clear();
    expect((await workspace.getUser(other))?.name).toBe('tom.becker');
    expect(workspace.outdated.size).toBe(0);
    expect(emulator.control.requests.matching({ path: '/api/users.info' })).toHaveLength(1);
  });
});

describe('a bot', () => {
  const icons = { image_48: 'https://slack.com/path/to/hugbot_48.png' };

  test(behaviour(49), async () => {
    const { emulator, workspace, changes } = await setUpWorkspace();
    const id = emulator.control.addBot('hugbot');
    await expect.poll(() => workspace.findBot('hugbot')).toMatchObject({ id, deleted: false });
    expect(changes).toContainEqual({ what: 'bot', how: 'added', id });
    await expect.poll(() => workspace.findUserOf(id)?.name).toBe('hugbot');
  });

  test.skipIf(!hasRecordings)(behaviour(49, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    const frame = recording('rtm-captured', /bot_added/);
    play(frame);
    expect(workspace.bots.get('B3YTBU6L8')).toEqual(frame['bot']);
  });

  test(behaviour(50), async () => {
    const { emulator, workspace, changes } = await setUpWorkspace();
    const id = emulator.control.addBot('hugbot');
    emulator.control.renameBot(id, 'hugger');
    await expect.poll(() => workspace.bots.get(id)?.name).toBe('hugger');
    expect(workspace.bots.get(id)?.user_id).toBe(workspace.findUserOf(id)?.id);
    expect(changes).toContainEqual({ what: 'bot', how: 'changed', id });
  });

  test.skipIf(!hasRecordings)(behaviour(50, 'as documented of old'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-docs-2015', /bot_added/), recording('rtm-docs-2015', /bot_changed/));
    expect(workspace.bots.get('B024BE7LH')).toEqual({ id: 'B024BE7LH', name: 'hugbot', icons });
  });

  test('is known from what it says', async () => {
    const { emulator, workspace, channel } = await setUpWorkspace();
    const { botToken, botId, apiUrl } = emulator.credentials;
    await fetch(`${apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${botToken}` },
      body: new URLSearchParams({ channel, text: 'beep' }),
    });
    await expect.poll(() => workspace.bots.get(botId)).toMatchObject({ id: botId, name: 'compass' });
    expect(workspace.stubs.has(botId)).toBe(false);
  });
});
