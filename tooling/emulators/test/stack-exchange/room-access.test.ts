import { describe, expect, test } from 'vitest';
import { listen } from './listener.js';
import { startChat } from './support.js';

const refusal = 'The room does not exist, or you do not have permission';

describe('the access of one person', () => {
  test('is given by owners, told to the room, and decides who may write', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const tomasz = await chat.loggedIn(chat.tomasz);
    const say = (text: string) => ada.post('/chats/1/messages/new', { text });
    const set = (userAccess: string) =>
      tomasz.post('/rooms/setuseraccess/1', { aclUserId: chat.ada.id, userAccess });
    expect((await set('read-only')).text).toBe('"ok"');
    expect(chat.emulator.control.events(1).at(-1)).toEqual({
      event_type: 15,
      time_stamp: Math.floor(chat.clock.now() / 1000),
      content: 'Access now read-only',
      id: expect.any(Number) as unknown,
      user_id: chat.tomasz.id,
      target_user_id: chat.ada.id,
      user_name: 'Tomasz Wójcik',
      room_id: 1,
      room_name: 'Sandbox',
    });
    expect(await say('hello')).toMatchObject({ status: 404, text: refusal });
    await set('remove');
    expect(chat.emulator.control.events(1).at(-1)).toMatchObject({ content: 'Access now (default)' });
    expect((await say('hello')).status).toBe(200);
    await set('owner');
    expect(chat.emulator.control.events(1).at(-1)).toMatchObject({ content: 'Access now owner' });
    expect((await ada.post('/rooms/setuseraccess/1', { aclUserId: 1, userAccess: 'owner' })).status).toBe(
      404,
    );
    expect((await set('king')).status).toBe(409);
  });

  test('is none of other people’s business', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const answer = await ada.post('/rooms/setuseraccess/1', { aclUserId: chat.ravi.id, userAccess: 'owner' });
    expect(answer).toMatchObject({ status: 409 });
    expect(answer.headers.get('chat')).toBe('error');
  });

  test('can be asked for, which owners are told wherever they are', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const toIlse = await listen(chat, await chat.loggedIn(chat.ilse), { roomId: 12 });
    expect((await ada.post('/rooms/requestaccess', { roomId: 27 })).text).toBe('"ok"');
    await toIlse.framesReach(2);
    const news = toIlse.events().slice(-2);
    expect(news).toEqual([
      {
        event_type: 15,
        time_stamp: expect.any(Number) as unknown,
        content: 'Access now request',
        id: expect.any(Number) as unknown,
        user_id: chat.ada.id,
        target_user_id: chat.ada.id,
        user_name: 'Ada Brook',
        room_id: 27,
        room_name: 'Reading Gallery',
      },
      {
        event_type: 16,
        time_stamp: expect.any(Number) as unknown,
        content:
          `<a href="/users/${chat.ada.id}/ada-brook">Ada Brook</a> has requested access to ` +
          '<a href="/rooms/info/27?tab=access">Reading Gallery</a>.',
        id: expect.any(Number) as unknown,
        user_id: chat.ada.id,
        target_user_id: chat.ilse.id,
        user_name: 'Ada Brook',
      },
    ]);
  });
});

describe('a kick', () => {
  test('is an access and a departure in one frame, and ends by itself after 1, 5 and 30 minutes', async () => {
    const chat = await startChat();
    const ravi = await chat.loggedIn(chat.ravi);
    const tomasz = await chat.loggedIn(chat.tomasz);
    const toTomasz = await listen(chat, tomasz);
    const toRavi = await listen(chat, ravi);
    await toTomasz.framesReach(2);
    for (const minutes of [1, 5, 30, 30]) {
      chat.emulator.control.enter(1, chat.ravi.id);
      chat.emulator.control.say(1, chat.tomasz.id, `out for ${minutes}`);
      await expect.poll(() => toTomasz.events().at(-1)?.content).toBe(`out for ${minutes}`);
      const { length } = toTomasz.frames;
      const answer = await tomasz.post('/rooms/kickmute/1', { userId: chat.ravi.id });
      expect((answer.json as { message: string }).message).toContain(
        minutes === 1 ? '1 minute.' : `${minutes} minutes.`,
      );
      await toTomasz.framesReach(length + 1);
      expect(Object.values(toTomasz.frames[length] ?? {})[0]?.e).toMatchObject([
        { event_type: 15, content: 'Access now read-only', target_user_id: chat.ravi.id },
        { event_type: 4, user_id: chat.ravi.id, target_user_id: chat.ravi.id },
      ]);
      expect((await ravi.post('/chats/1/messages/new', { text: 'why' })).status).toBe(404);
      await chat.clock.advance(minutes * 60_000 - 1);
      const { control } = chat.emulator;
      expect(control.events(1).at(-1)).not.toMatchObject({ content: 'Access now (default)' });
      await chat.clock.advance(1);
      expect(control.events(1).at(-1)).toMatchObject({
        event_type: 15,
        content: 'Access now (default)',
        target_user_id: chat.ravi.id,
      });
    }
    expect((await ravi.post('/chats/1/messages/new', { text: 'why' })).status).toBe(200);
    // The last that Ravi heard was how he left, since he never came in again by himself.
    expect(toRavi.events().at(-1)).toMatchObject({ event_type: 4, user_id: chat.ravi.id });
    await chat.clock.advance(24 * 3_600_000);
    const again = await tomasz.post('/rooms/kickmute/1', { userId: chat.ravi.id });
    expect(again.text).toContain('for 1 minute.');
  });

  test('has an end, however long it is asked to be', async () => {
    const chat = await startChat();
    const tomasz = await chat.loggedIn(chat.tomasz);
    const kick = { userId: chat.ravi.id, duration: '9'.repeat(400) };
    expect((await tomasz.post('/rooms/kickmute/1', kick)).json).toMatchObject({
      message: 'Ravi Menon has been kicked and cannot talk here for 525600 minutes.',
    });
  });

  test('can be taken back before its time, and then does not end a second time', async () => {
    const chat = await startChat();
    const tomasz = await chat.loggedIn(chat.tomasz);
    await tomasz.post('/rooms/kickmute/1', { userId: chat.ravi.id, duration: 600 });
    await tomasz.post('/rooms/setuseraccess/1', { aclUserId: chat.ravi.id, userAccess: 'read-write' });
    await chat.clock.advance(600_000);
    expect(chat.emulator.control.events(1).at(-1)).toMatchObject({ content: 'Access now read-write' });
  });

  test('is for owners, and not against them', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const tomasz = await chat.loggedIn(chat.tomasz);
    for (const answer of [
      await ada.post('/rooms/kickmute/1', { userId: chat.ravi.id }),
      await tomasz.post('/rooms/kickmute/1', { userId: chat.ilse.id }),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.headers.get('chat')).toBe('error');
    }
  });
});

test('an invitation is told to one person alone, under the room that they watch', async () => {
  const chat = await startChat();
  const toRavi = await listen(chat, await chat.loggedIn(chat.ravi), { roomId: 12 });
  const ada = await chat.loggedIn(chat.ada);
  const answer = await ada.post('/users/invite', { UserId: chat.ravi.id, RoomId: 1 });
  expect(answer).toMatchObject({ status: 200, text: 'Ravi Menon has been invited to Sandbox.' });
  await toRavi.framesReach(2);
  expect(toRavi.frames[1]?.['r12']?.e).toEqual([
    {
      event_type: 17,
      time_stamp: expect.any(Number) as unknown,
      content:
        `<a href="/users/${chat.ada.id}/ada-brook">Ada Brook</a> has invited you to join ` +
        '<a href="/rooms/info/1/sandbox">Sandbox</a>.',
      id: expect.any(Number) as unknown,
      user_id: chat.ada.id,
      target_user_id: chat.ravi.id,
      user_name: 'Ada Brook',
      room_id: 1,
      room_name: 'Sandbox',
    },
  ]);
});
