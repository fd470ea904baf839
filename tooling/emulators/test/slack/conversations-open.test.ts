import { describe, expect, test } from 'vitest';
import { textAt } from '../json.js';
import { startApi } from './support.js';

describe('conversations.open', () => {
  test('makes an IM once and tells of it', async () => {
    const { call, connect, emulator } = await startApi();
    const line = await connect();
    const walt = emulator.control.users().find(({ name }) => name === 'walt')?.id ?? '';
    const { body } = await call('conversations.open', { users: walt });
    const id = textAt(body, 'channel', 'id');
    expect(id).toMatch(/^D/);
    expect(await line.next({ type: 'im_created' })).toMatchObject({
      user: walt,
      channel: { id, is_im: true },
    });
    expect(await line.next({ type: 'im_open' })).toMatchObject({ user: walt, channel: id });
    const again = await call('conversations.open', { users: walt, return_im: 'true' });
    expect(again.body).toMatchObject({
      no_op: true,
      already_open: true,
      channel: { id, user: walt, is_open: true, latest: null, last_read: '0000000000.000000' },
    });
  });

  test('tells the other one that there is an IM, which opens with a message and after each time it was closed', async () => {
    const { call, connect, emulator } = await startApi();
    const { granularBotToken: token, userId, userToken } = emulator.credentials;
    const person = await connect({ token: userToken });
    const { body } = await call('conversations.open', { users: userId }, { token });
    const channel = textAt(body, 'channel', 'id');
    expect(await person.next({ type: 'im_created' })).toMatchObject({
      channel: { id: channel, is_open: false },
    });
    for (const text of ['one', 'two', 'three']) {
      await call('chat.postMessage', { channel, text }, { token });
      await person.next({ type: 'message', channel, text });
      if (text === 'two') await call('conversations.close', { channel }, { token: userToken });
    }
    const heard = person.heard.map(({ type, text }) => text ?? type).join(' ');
    expect(heard).toBe('hello im_created im_open one two im_close im_open three');
  });

  test('makes a group message of several', async () => {
    const { call, connect, emulator } = await startApi();
    const person = await connect({ token: emulator.credentials.userToken });
    const users = ['ines', 'walt'].map(
      (name) => emulator.control.users().find((user) => user.name === name)?.id,
    );
    const { body } = await call('conversations.open', { users: users.join(','), return_im: '1' });
    expect(body).toMatchObject({ channel: { is_mpim: true, name: 'mpdm-compass--ines--walt-1' } });
    const channel = textAt(body, 'channel', 'id');
    for (const type of ['mpim_joined', 'group_joined']) {
      expect(await person.next({ type })).toMatchObject({ channel: { id: channel, is_mpim: true } });
    }
    const token = emulator.credentials.userToken;
    await call('conversations.mark', { channel, ts: '1700000000.000000' }, { token });
    for (const type of ['mpim_marked', 'group_marked']) {
      expect(await person.next({ type })).toMatchObject({ channel, is_mpim: true, unread_count: 0 });
    }
  });

  test.each([
    [{}, 'users_list_not_supplied'],
    [{ users: 'U0NOBODY' }, 'user_not_found'],
    [{ users: 'OLGA' }, 'user_disabled'],
    [{ users: Array.from({ length: 9 }, (_, index) => `U${index}`).join(',') }, 'too_many_users'],
    [{ users: 'WALT', prevent_creation: 'true' }, 'channel_not_found'],
    [{ channel: 'C0NOWHERE' }, 'channel_not_found'],
  ])('with %j is %s', async (given: Record<string, string>, error) => {
    const { call, emulator } = await startApi();
    const args = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [
        key,
        emulator.control.users().find(({ name }) => name === value.toLowerCase())?.id ?? value,
      ]),
    );
    expect((await call('conversations.open', args)).body).toEqual({ ok: false, error });
  });
});
