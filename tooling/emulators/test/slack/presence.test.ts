import { expect, test } from 'vitest';
import { createManualClock } from '../../src/index.js';
import { settled, startApi, type Api, type Body } from './support.js';

const idOf = ({ emulator }: Api, name: string): string =>
  emulator.control.users().find((user) => user.name === name)?.id ?? '';

const changes = (heard: readonly Body[]): Body[] => heard.filter(({ type }) => type === 'presence_change');

test('a subscription reports those who are new in it, and later what changes', async () => {
  const api = await startApi();
  const [ines, walt] = [idOf(api, 'ines'), idOf(api, 'walt')];
  const line = await api.connect();
  line.say({ type: 'presence_sub', ids: [ines] });
  await settled(line);
  expect(changes(line.heard)).toEqual([{ type: 'presence_change', user: ines, presence: 'active' }]);
  line.say({ type: 'presence_sub', ids: [ines, walt] });
  await settled(line);
  expect(changes(line.heard).slice(1)).toEqual([{ type: 'presence_change', user: walt, presence: 'away' }]);
  line.say({ type: 'presence_sub', ids: [walt] });
  await settled(line);
  api.emulator.control.setPresence('ines', 'away');
  api.emulator.control.setPresence('walt', 'active');
  await settled(line);
  expect(changes(line.heard).slice(2)).toEqual([{ type: 'presence_change', user: walt, presence: 'active' }]);
});

test('presence comes for several users at once where that was agreed', async () => {
  const api = await startApi();
  const ids = ['walt', 'farah'].map((name) => idOf(api, name));
  const line = await api.connect({ args: { batch_presence_aware: '1' } });
  line.say({ type: 'presence_query', ids });
  expect(await line.next({ type: 'presence_change' })).toEqual({
    type: 'presence_change',
    users: ids,
    presence: 'away',
  });
  api.emulator.control.setPresence('walt', 'active');
  await settled(line);
  expect(changes(line.heard)).toHaveLength(1);
});

test('a bot is there as long as it is connected', async () => {
  const { connect, emulator } = await startApi();
  const { userToken, botUserId } = emulator.credentials;
  const person = await connect({ token: userToken });
  person.say({ type: 'presence_sub', ids: [botUserId] });
  expect(await person.next({ type: 'presence_change' })).toMatchObject({ presence: 'away' });
  const bot = await connect();
  expect(await person.next({ type: 'presence_change' })).toMatchObject({
    user: botUserId,
    presence: 'active',
  });
  bot.webSocket.close();
  expect(await person.next({ type: 'presence_change' })).toMatchObject({ presence: 'away' });
});

test('a bot that is not connected is what it says', async () => {
  const { call, connect, emulator } = await startApi();
  const { userToken, botUserId } = emulator.credentials;
  const person = await connect({ token: userToken });
  person.say({ type: 'presence_sub', ids: [botUserId] });
  await person.next({ type: 'presence_change', presence: 'away' });
  await call('users.setPresence', { presence: 'auto' });
  await person.next({ type: 'presence_change', presence: 'active' });
  expect((await call('users.getPresence', { user: botUserId })).body).toMatchObject({ presence: 'active' });
});

test('nobody hears of a presence that looks the same as before', async () => {
  const { call, connect, emulator } = await startApi();
  const { botUserId, userId, userToken } = emulator.credentials;
  const [person, bot] = [await connect({ token: userToken }), await connect()];
  person.say({ type: 'presence_sub', ids: [botUserId, userId] });
  await settled(person);
  const former = changes(person.heard).length;
  await call('users.setPresence', { presence: 'away' });
  await bot.next({ type: 'manual_presence_change', presence: 'away' });
  await call('users.setPresence', { presence: 'auto' }, { token: userToken });
  await person.next({ type: 'manual_presence_change', presence: 'active' });
  await settled(person);
  expect(changes(person.heard)).toHaveLength(former);
});

test('people hear of their own presence', async () => {
  const { connect, emulator } = await startApi();
  const person = await connect({ token: emulator.credentials.userToken });
  emulator.control.setPresence('ines', 'away');
  expect(await person.next({ type: 'manual_presence_change' })).toEqual({
    type: 'manual_presence_change',
    presence: 'away',
  });
});

test('a tickle says that somebody is there, and no more', async () => {
  const { call, clock, connect, emulator } = await startApi();
  const token = emulator.credentials.userToken;
  const line = await connect({ token });
  await clock.advance(30_000);
  line.say({ type: 'tickle' });
  await settled(line);
  expect((await call('users.getPresence', {}, { token })).body).toMatchObject({
    last_activity: Math.floor(clock.now() / 1_000),
  });
  expect(line.heard.map(({ type }) => type)).toEqual(['hello', 'pong']);
});

test('somebody who does nothing for ten minutes is away until they do something', async () => {
  const clock = createManualClock();
  const api = await startApi({ clock });
  const { userToken, userId } = api.emulator.credentials;
  const bot = await api.connect();
  bot.say({ type: 'presence_sub', ids: [userId] });
  const own = await api.connect({ token: userToken });
  await settled(bot);
  await clock.advance(599_000);
  own.say({ type: 'ping', id: 1 });
  await settled(own);
  await clock.advance(1000);
  expect(await bot.next({ presence: 'away' })).toMatchObject({ user: userId });
  const { body } = await api.call('users.getPresence', {}, { token: userToken });
  expect(body).toMatchObject({ presence: 'away', auto_away: true, manual_away: false });
  own.say({ type: 'tickle' });
  await settled(own);
  await settled(bot);
  expect(changes(bot.heard).at(-1)).toMatchObject({ user: userId, presence: 'active' });
  // The bot itself has done nothing for as long, and is there.
  expect((await api.call('users.getPresence', {})).body).toMatchObject({ presence: 'active' });
});

test('too many frames of presence and typing are answered by an error, and one that is waited for is not', async () => {
  const clock = createManualClock();
  const { connect, emulator } = await startApi({ clock });
  emulator.control.configure({ noticeFlood: { perSecond: 1, burst: 2, patience: 3 } });
  const { channelId: channel, userToken, userId } = emulator.credentials;
  const person = await connect({ token: userToken });
  const line = await connect();
  for (let count = 0; count < 3; count += 1) line.say({ type: 'typing', channel });
  expect(await line.next({ type: 'error' })).toEqual({
    type: 'error',
    error: { code: 17, msg: 'Ratelimited', retry_after: 1 },
  });
  await settled(person);
  expect(person.heard.filter(({ type }) => type === 'user_typing')).toHaveLength(2);
  await clock.advance(1000);
  line.say({ type: 'presence_query', ids: [userId] });
  expect(await line.next({ type: 'presence_change' })).toMatchObject({ user: userId });
});
