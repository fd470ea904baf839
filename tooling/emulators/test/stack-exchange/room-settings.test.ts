import { describe, expect, test } from 'vitest';
import { lastEventId, listen } from './listener.js';
import { startChat } from './support.js';

describe('saving a room', () => {
  test('opens one, which belongs to whoever did', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const answer = await ada.post('/rooms/save', {
      name: 'Hour Glasses',
      description: 'Sand, *mostly*',
      tags: 'sand  glass',
      host: 'meta.stackexchange.com',
      defaultAccess: 'read-only',
      noDupeCheck: 'true',
    });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/rooms/info/45/hour-glasses?tab=general');
    expect((await ada.get('/rooms/thumbs/45')).json).toMatchObject({
      name: 'Hour Glasses',
      description: 'Sand, <i>mostly</i>',
    });
    expect((await ada.post('/chats/45/messages/new', { text: 'mine' })).status).toBe(200);
    const ravi = await chat.loggedIn(chat.ravi);
    expect((await ravi.post('/chats/45/messages/new', { text: 'not mine' })).status).toBe(404);
  });

  test('needs a name of its own and a hundred points', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    expect((await ada.post('/rooms/save', { name: ' ' })).status).toBe(409);
    expect((await ada.post('/rooms/save', { name: 'Sandbox' })).status).toBe(409);
    chat.emulator.control.setReputation(chat.ada.id, 99);
    expect((await ada.post('/rooms/save', { name: 'Poor' })).text).toBe(
      'You need 100 reputation points to create rooms',
    );
  });

  test('changes one that is named, and the room is told', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const tomasz = await chat.loggedIn(chat.tomasz);
    const changes = { roomId: 12, name: 'The Tower', description: 'Ticks & tocks', tags: 'clocks' };
    expect((await tomasz.post('/rooms/save', changes)).headers.get('location')).toBe(
      '/rooms/info/12/the-tower?tab=general',
    );
    expect(control.events(12).at(-1)).toMatchObject({
      event_type: 5,
      content: 'The Tower: Ticks &amp; tocks [clocks]',
      user_id: chat.tomasz.id,
      room_id: 12,
      room_name: 'The Tower',
    });
    await tomasz.post('/rooms/save', { roomId: 12, defaultAccess: 'read-only' });
    const [topic, access] = control.events(12).slice(-2);
    expect(topic).toMatchObject({ event_type: 5 });
    expect(access).toMatchObject({ event_type: 15, content: 'Access now read-only' });
    expect(access).not.toHaveProperty('target_user_id');
    const ada = await chat.loggedIn(chat.ada);
    expect((await ada.post('/rooms/save', changes)).status).toBe(409);
  });

  test('that closes a room sends away who may not be there any more', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const tomasz = await chat.loggedIn(chat.tomasz);
    const toAda = await listen(chat, ada);
    await tomasz.post('/rooms/save', { roomId: 1, defaultAccess: 'request' });
    await toAda.framesReach(2);
    expect(toAda.frames.at(-1)).toEqual({ r1: { exit: true } });
    expect(chat.emulator.control.events(1).at(-1)).toMatchObject({ event_type: 4, user_id: chat.ada.id });
    chat.emulator.control.say(1, chat.tomasz.id, 'among us');
    expect((await ada.post('/events', { r1: 5 })).json).toEqual({ r1: { exit: true } });
    expect(toAda.frames).toHaveLength(2);
  });
});

test('a favourite comes and goes, with the room in short', async () => {
  const chat = await startChat();
  const ravi = await chat.loggedIn(chat.ravi);
  expect((await ravi.post('/rooms/favorite', { roomId: 12 })).json).toMatchObject({
    id: 12,
    isFavorite: true,
  });
  await ravi.post('/chats/join/favorite', { quiet: 'true', immediate: 'true' });
  expect(chat.emulator.control.events(12).at(-1)).toMatchObject({ event_type: 3, user_id: chat.ravi.id });
  expect((await ravi.post('/chats/leave/12', { quiet: 'true' })).text).toBe('"ok"');
  expect(chat.emulator.control.events(12).at(-1)).toMatchObject({ event_type: 4, user_id: chat.ravi.id });
  expect((await ravi.post('/rooms/favorite', { roomId: 12 })).json).toMatchObject({ isFavorite: false });
});

describe('a timeout', () => {
  test('is in frames, polls and history with its reason, refuses posts, and passes', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const tomasz = await chat.loggedIn(chat.tomasz);
    const toAda = await listen(chat, ada);
    const answer = await tomasz.post('/rooms/timeout/1', { duration: 60, reason: 'cool down' });
    expect(answer.text).toBe('"Timeout applied"');
    await toAda.framesReach(2);
    expect(toAda.frames[1]).toEqual({ r1: { timeout: 60, reason: 'cool down' } });
    await chat.clock.advance(2_000);
    const since = await lastEventId(ada, 1);
    expect((await ada.post('/events', { r1: since })).json).toEqual({
      r1: { timeout: 58, reason: 'cool down' },
    });
    expect((await ada.post('/chats/1/events', { msgCount: 1 })).json).toMatchObject({
      timeout: 58,
      reason: 'cool down',
    });
    expect(await ada.post('/chats/1/messages/new', { text: 'but' })).toMatchObject({
      status: 404,
      text: 'The room is in timeout, ending in 58 seconds',
    });
    await chat.clock.advance(58_000);
    expect((await ada.post('/chats/1/messages/new', { text: 'but' })).status).toBe(200);
  });

  test('has an end, however long it is asked to be', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const tomasz = await chat.loggedIn(chat.tomasz);
    for (const duration of ['9999999999999', '9'.repeat(400)]) {
      expect((await tomasz.post('/rooms/timeout/1', { duration })).text).toBe('"Timeout applied"');
      expect(await ada.post('/chats/1/messages/new', { text: 'but' })).toMatchObject({
        status: 404,
        text: 'The room is in timeout, ending on Jan 5 at 9:00',
      });
      expect((await ada.post('/events', { r1: 99_999_999_999 })).json).toMatchObject({
        r1: { timeout: 31_536_000 },
      });
    }
  });

  test('can be cleared, and is for owners with a short reason', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const tomasz = await chat.loggedIn(chat.tomasz);
    const long = { duration: 60, reason: 'x'.repeat(101) };
    expect((await tomasz.post('/rooms/timeout/1', long)).status).toBe(409);
    expect((await ada.post('/rooms/timeout/1', { duration: 60 })).status).toBe(409);
    await tomasz.post('/rooms/timeout/1', { duration: 60 });
    expect((await tomasz.post('/rooms/timeout/1', { duration: 0 })).text).toBe('"Timeout cleared"');
    expect((await ada.post('/chats/1/messages/new', { text: 'thanks' })).status).toBe(200);
  });
});

test('moderators freeze, thaw, delete and bring back a room', async () => {
  const chat = await startChat();
  const ada = await chat.loggedIn(chat.ada);
  const ilse = await chat.loggedIn(chat.ilse);
  const tomasz = await chat.loggedIn(chat.tomasz);
  const say = (text: string) => ada.post('/chats/1/messages/new', { text });
  expect((await tomasz.post('/rooms/setfrozen/1', { freeze: 'true' })).status).toBe(409);
  await ilse.post('/rooms/setfrozen/1', { freeze: 'true' });
  expect((await say('a')).text).toBe('The room has been frozen; new messages cannot be added');
  await ilse.post('/rooms/setfrozen/1', { freeze: 'false' });
  expect((await say('a')).status).toBe(200);
  expect((await tomasz.post('/rooms/setdeleted/1', { delete: 'true' })).status).toBe(409);
  await ilse.post('/rooms/setdeleted/1', { delete: 'true' });
  expect((await ada.get('/rooms/1')).status).toBe(404);
  expect((await ilse.get('/rooms/1')).status).toBe(200);
  await ilse.post('/rooms/setdeleted/1', { delete: 'false' });
  expect((await ada.get('/rooms/1')).status).toBe(200);
});

test('two people can pair off, and the other one is invited', async () => {
  const chat = await startChat();
  const ada = await chat.loggedIn(chat.ada);
  const toRavi = await listen(chat, await chat.loggedIn(chat.ravi));
  expect((await ada.post('/rooms/pairoff', { withUserId: chat.ravi.id, name: 'Us' })).text).toBe('45');
  await toRavi.framesReach(2);
  expect(toRavi.events().at(-1)).toMatchObject({ event_type: 17, room_id: 45, room_name: 'Us' });
  expect((await ada.post('/rooms/pairoff', { withUserId: chat.ada.id })).status).toBe(409);
});
