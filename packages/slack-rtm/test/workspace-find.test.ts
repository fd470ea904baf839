import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { behaviour } from './behaviours.js';
import { hasRecordings, playWorkspace, recorded, send, setUpWorkspace } from './workspace-setup.js';

describe('what is known', () => {
  test(behaviour(86), async () => {
    const { emulator, web, workspace, channel, me, other } = await setUpWorkspace();
    const { channelName, userName, botId, botUserId } = emulator.credentials;
    const secret = emulator.control.createChannel(me, 'secret', { isPrivate: true });
    const im = emulator.control.openIm(me, other);
    await web.call('usergroups.create', { name: 'Tea drinkers', handle: 'tea' });
    await expect.poll(() => workspace.findUsergroup('@tea')?.name).toBe('Tea drinkers');

    const { findChannel, findGroup, findConversation, findUser, findIm } = workspace;
    for (const wanted of [channel, channelName, `#${channelName}`])
      expect(findChannel(wanted)?.id).toBe(channel);
    for (const wanted of [secret, 'secret', '#secret']) expect(findGroup(wanted)?.id).toBe(secret);
    expect(findConversation('secret')?.id).toBe(secret);
    expect(findConversation(im)?.user).toBe(other);
    const { profile, real_name: realName = '' } = workspace.users.get(me) ?? {};
    const names = [me, userName, `@${userName}`, profile?.display_name, realName, profile?.email];
    expect(names.every(Boolean)).toBe(true);
    for (const wanted of names) expect(findUser(wanted ?? '')?.id).toBe(me);
    for (const wanted of [other, 'tom.becker', '@Tom', 'Tom Becker']) expect(findIm(wanted)?.id).toBe(im);

    await workspace.getBot(botId);
    expect(workspace.findBotOf('compass')?.id).toBe(botId);
    expect(workspace.findBotOf(botUserId)?.id).toBe(botId);
    expect(workspace.findUserOf(botId)?.id).toBe(botUserId);
    expect(workspace.findUserOf('Compass')?.id).toBe(botUserId);
  });

  test(behaviour(86, 'a miss is undefined'), async () => {
    const { workspace, channel, other } = await setUpWorkspace();
    const { findChannel, findGroup, findConversation, findUser, findBot, findBotOf, findUserOf } = workspace;
    for (const find of [findChannel, findGroup, findConversation, findUser, findBot, findBotOf, findUserOf]) {
      for (const wanted of ['nobody', '', '#', '@', 'C0NOWHERE']) expect(find(wanted)).toBeUndefined();
    }
    const { findIm, findUsergroup } = workspace;
    const all = [
      findChannel,
      findConversation,
      findUser,
      findBot,
      findBotOf,
      findUserOf,
      findIm,
      findUsergroup,
    ];
    // Whoever reads an event without types may ask for a user that it does not have.
    const { user } = JSON.parse('{"bot_id":"B1"}') as { readonly user: string };
    for (const find of all) expect(find(user)).toBeUndefined();
    expect(workspace.findUsergroup('nobody')).toBeUndefined();
    expect(workspace.findIm(other)).toBeUndefined();
    // A public channel is no private one.
    expect(findGroup(channel)).toBeUndefined();
    expect(findBotOf(other)).toBeUndefined();
    expect(findUserOf(other)).toBeUndefined();
  });

  test(behaviour(87), async () => {
    const { emulator, workspace, channel, me } = await setUpWorkspace();
    const { channelName, userName } = emulator.credentials;
    expect(workspace.findChannel(`#${channelName.toUpperCase()}`)).toBe(workspace.channels.get(channel));
    expect(workspace.findChannel(channelName.toUpperCase())?.id).toBe(channel);
    expect(workspace.findUser(`@${userName.toUpperCase()}`)?.id).toBe(me);
    // A name goes before a name that is only shown, wherever they stand.
    const { play, workspace: played } = playWorkspace();
    play(
      { type: 'team_join', user: { id: 'U1', name: 'one', profile: { display_name: 'Two' } } },
      { type: 'team_join', user: { id: 'U2', name: 'two', real_name: 'One' } },
      { type: 'team_join', user: { id: 'U3', name: 'TWO' } },
    );
    expect([played.findUser('Two')?.id, played.findUser('ONE')?.id]).toEqual(['U2', 'U1']);
  });
});

describe('what is not known', () => {
  test(behaviour(88), async () => {
    const { emulator, workspace, other } = await setUpWorkspace();
    expect(workspace.findIm(other)).toBeUndefined();
    const { requests } = emulator.control;
    const opened = await Promise.all([
      workspace.openIm(other),
      workspace.openIm('tom.becker'),
      workspace.openIm('@Tom'),
    ]);
    const ids = new Set(opened.map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect(opened[0]).toMatchObject({ is_im: true, user: other, is_open: true });
    expect(workspace.ims.get(opened[0].id)).toBeDefined();
    expect((await workspace.openIm(other)).id).toBe(opened[0].id);
    expect(requests.matching({ path: '/api/conversations.open' })).toHaveLength(1);
  });

  test(behaviour(88, 'of nobody'), async () => {
    const { emulator, workspace } = await setUpWorkspace();
    expect(await rejection(workspace.openIm('nobody'))).toMatchObject({
      kind: 'refused',
      code: 'user_not_found',
    });
    expect(await rejection(workspace.openIm('U0NOBODY'))).toMatchObject({
      kind: 'refused',
      code: 'user_not_found',
    });
    const { requests } = emulator.control;
    expect(requests.matching({ path: '/api/conversations.open' })).toHaveLength(1);
  });

  test('users are asked for once, by id, by e-mail, and by name in the list of all', async () => {
    const { emulator, workspace, me, other } = await setUpWorkspace({ load: { users: 'lazy' } });
    const { requests } = emulator.control;
    const asked = (method: string): number => requests.matching({ path: `/api/${method}` }).length;
    expect(workspace.users.size).toBe(0);
    const [one, two] = await Promise.all([workspace.getUser(other), workspace.getUser(other)]);
    expect([one?.name, two]).toEqual(['tom.becker', one]);
    expect(await workspace.getUser('tom.becker')).toBe(one);
    expect([asked('users.info'), asked('users.list')]).toEqual([1, 0]);
    expect((await workspace.getUser('ines@contour-maps.example'))?.id).toBe(me);
    expect(asked('users.lookupByEmail')).toBe(1);
    expect((await workspace.getUser('@farah'))?.name).toBe('farah');
    expect(await workspace.getUser('nobody')).toBeUndefined();
    expect(await workspace.getUser('U0NOBODY')).toBeUndefined();
    expect(await workspace.getUser('nobody@contour-maps.example')).toBeUndefined();
    expect(asked('users.list')).toBe(1);
  });

  test('users are not listed for a name where none are to be loaded', async () => {
    const { emulator, workspace } = await setUpWorkspace({ load: { users: false } });
    expect(await workspace.getUser('farah')).toBeUndefined();
    expect(emulator.control.requests.matching({ path: '/api/users.list' })).toEqual([]);
  });

  test('conversations and bots are asked for once', async () => {
    const { emulator, workspace } = await setUpWorkspace({ load: { conversations: false, users: false } });
    const { channelId, botId, botUserId } = emulator.credentials;
    const [one, two] = await Promise.all([
      workspace.getConversation(channelId),
      workspace.getConversation(channelId),
    ]);
    expect(one).toMatchObject({ id: channelId, is_member: true, num_members: expect.any(Number) as number });
    expect(two).toBe(one);
    expect(workspace.channels.get(channelId)).toBe(one);
    expect(await workspace.getConversation('C0NOWHERE')).toBeUndefined();
    expect(await workspace.getConversation('nowhere')).toBeUndefined();
    expect(await workspace.getBot(botId)).toMatchObject({ user_id: botUserId });
    expect(await workspace.getBot('B0NOBODY')).toBeUndefined();
    const { requests } = emulator.control;
    expect(requests.matching({ path: '/api/conversations.info' })).toHaveLength(2);
  });

  test('members are asked for once and kept from then on', async () => {
    const { emulator, workspace, channel, other } = await setUpWorkspace();
    const [one, two] = await Promise.all([workspace.getMembers(channel), workspace.getMembers(channel)]);
    expect(two).toBe(one);
    expect(workspace.channels.get(channel)?.num_members).toBe(one.size);
    emulator.control.leave(channel, other);
    await expect.poll(() => workspace.members(channel)?.has(other)).toBe(false);
    expect(await workspace.getMembers(channel)).toBe(workspace.members(channel));
    expect(emulator.control.requests.matching({ path: '/api/conversations.members' })).toHaveLength(1);
  });

  test('is waited for as long as the signal allows, by the one who gave it', async () => {
    const { emulator, workspace, other } = await setUpWorkspace({ load: { users: false } });
    emulator.control.faults.add({ match: { path: '/api/users.info' }, fault: { kind: 'delay', ms: 60 } });
    const reason = new Error('enough');
    const given = new AbortController();
    const first = workspace.getUser(other, { signal: given.signal });
    const second = workspace.getUser(other);
    given.abort(reason);
    expect(await rejection(first)).toBe(reason);
    expect((await second)?.id).toBe(other);
  });
});

describe('an id that nobody knows', () => {
  test(behaviour(85), async () => {
    const made = await setUpWorkspace();
    const { workspace, changes } = made;
    await send(
      made,
      { type: 'channel_archive', channel: 'C0UNKNOWN', user: 'U0UNKNOWN' },
      { type: 'message', channel: 'D0UNKNOWN', user: 'U0UNKNOWN', text: 'hi', ts: '1.000000' },
      { type: 'message', channel: 'D0UNKNOWN', bot_id: 'B0UNKNOWN', text: 'beep', ts: '2.000000' },
    );
    expect(workspace.channels.get('C0UNKNOWN')).toEqual({ id: 'C0UNKNOWN', is_archived: true });
    expect(workspace.ims.get('D0UNKNOWN')).toMatchObject({ is_im: true, latest: { text: 'beep' } });
    expect([...workspace.stubs].toSorted()).toEqual(['B0UNKNOWN', 'C0UNKNOWN', 'D0UNKNOWN', 'U0UNKNOWN']);
    expect(changes).toContainEqual({ what: 'user', how: 'added', id: 'U0UNKNOWN' });
    // It has no name that could be found.
    expect(workspace.findUser('')).toBeUndefined();
  });

  test(behaviour(85, 'of the kind that the event says'), () => {
    const { workspace, play } = playWorkspace();
    for (const [id, type] of [
      ['C1', 'channel'],
      ['C2', 'group'],
      ['C3', 'mpim'],
      ['C4', 'im'],
      ['C5', 'new'],
    ]) {
      play({ type: 'message', channel: id, channel_type: type, user: 'U0ME', text: 'hi', ts: '1.000000' });
    }
    const { channels, groups, mpims, ims } = workspace;
    const views = [channels, groups, mpims, ims].map((view) => Array.from(view.keys()));
    expect(views).toEqual([['C1', 'C5'], ['C2'], ['C3'], ['C4']]);
  });

  test(behaviour(85, 'and Slack is asked about it where wanted'), async () => {
    const { emulator, workspace, channel, other } = await setUpWorkspace({
      load: { users: false, conversations: false },
      fetchUnknown: true,
    });
    emulator.control.say(channel, other, 'hi');
    await expect.poll(() => workspace.users.get(other)?.name).toBe('tom.becker');
    await expect.poll(() => workspace.channels.get(channel)?.name).toBe(emulator.credentials.channelName);
    expect(workspace.stubs.size).toBe(0);
  });

  test(behaviour(85, 'and stays one when Slack does not know it either'), async () => {
    const made = await setUpWorkspace({ fetchUnknown: true });
    const { emulator, workspace } = made;
    const { requests } = emulator.control;
    requests.clear();
    await send(made, { type: 'channel_archive', channel: 'C0UNKNOWN', user: 'U0UNKNOWN' });
    await expect.poll(() => requests.matching({ path: '/api/conversations.info' })).toHaveLength(1);
    await send(made, { type: 'channel_unarchive', channel: 'C0UNKNOWN', user: 'U0UNKNOWN' });
    expect([...workspace.stubs]).toEqual(['C0UNKNOWN']);
    expect(requests.matching({ path: '/api/conversations.info' })).toHaveLength(1);
  });

  const folders = ['rtm-captured', 'rtm-control', 'rtm-docs', 'rtm-docs-2015', 'rtm-shapes'];

  test.skipIf(!hasRecordings).each(folders)(
    'harms nothing in any frame of %s, nor does what a frame lacks',
    (folder) => {
      const { workspace, play } = playWorkspace({ history: 10, parity: folder === 'rtm-docs' });
      const frames = recorded(folder, /\.json$/).filter(({ type }) => typeof type === 'string');
      play(...frames);
      for (const { type, channel } of frames) {
        play(
          { type },
          { type, channel },
          { type, channel: null, user: 7, item: 'x', bot: [], subteam: 0, message: '' },
        );
      }
      for (const [id, item] of workspace.conversations) expect(item.id).toBe(id);
      const { channels, groups, mpims, ims, conversations } = workspace;
      expect(channels.size + groups.size + mpims.size + ims.size).toBe(conversations.size);
    },
  );
});
