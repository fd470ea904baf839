import { describe, expect, test } from 'vitest';
import type { WireEvent } from '../../src/stack-exchange/index.js';
import { listen, type Listener } from './listener.js';
import { type Answer, type Browser, type Chat, startChat } from './support.js';

const vote = async (chat: Chat, browser: Browser, id: number, verb: string): Promise<Answer> => {
  await chat.clock.advance(1_000);
  return browser.post(`/messages/${id}/${verb}`);
};

const marks = (chat: Chat, id: number): unknown => {
  const message = chat.emulator.control.messages(chat.roomId).find((known) => known.id === id);
  return { stars: message?.stars, pins: message?.pins };
};

/** The last event, once there are so many frames. */
const lastEvent = async (listener: Listener, frames: number): Promise<WireEvent | undefined> => {
  await listener.framesReach(frames);
  return listener.events().at(-1);
};

describe('a star', () => {
  test('comes and goes, and only who gave it is told who that was', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const ada = await chat.loggedIn(chat.ada);
    const ravi = await chat.loggedIn(chat.ravi);
    const toAda = await listen(chat, ada);
    const toRavi = await listen(chat, ravi);
    const id = control.say(chat.roomId, chat.tomasz.id, 'look');
    await chat.clock.advance(5_000);
    // Both rooms saw each other come in, and the message.
    await toAda.framesReach(3);
    await toRavi.framesReach(2);
    expect((await ada.post(`/messages/${id}/star`)).text).toBe('"ok"');
    const said = control.events(chat.roomId).find((event) => event.message_id === id);
    const common = {
      event_type: 6,
      time_stamp: said?.time_stamp,
      content: 'look',
      id: expect.any(Number) as unknown,
      room_id: chat.roomId,
      room_name: 'Sandbox',
      message_id: id,
    };
    expect(await lastEvent(toAda, 4)).toEqual({
      ...common,
      user_id: chat.ada.id,
      user_name: 'Ada Brook',
      message_stars: 1,
      message_starred: true,
    });
    expect(await lastEvent(toRavi, 3)).toEqual({ ...common, message_stars: 1 });
    await vote(chat, ada, id, 'star');
    expect(await lastEvent(toAda, 5)).toEqual({ ...common, user_id: chat.ada.id, user_name: 'Ada Brook' });
    expect(await lastEvent(toRavi, 4)).toEqual(common);
  });

  test('cannot be given to a message of one’s own', async () => {
    const chat = await startChat();
    const id = chat.emulator.control.say(chat.roomId, chat.ada.id, 'me');
    const answer = await vote(chat, await chat.loggedIn(chat.ada), id, 'star');
    expect(answer).toMatchObject({ status: 409, text: 'You cannot star a message of your own' });
    expect(answer.headers.get('chat')).toBe('error');
    expect(marks(chat, id)).toEqual({ stars: 0, pins: 0 });
  });

  test('that has stood for a while stays, although the answer is ok', async () => {
    const chat = await startChat({ starSettlesAfterMs: 10_000 });
    const ada = await chat.loggedIn(chat.ada);
    const id = chat.emulator.control.say(chat.roomId, chat.ravi.id, 'look');
    await vote(chat, ada, id, 'star');
    await chat.clock.advance(10_000);
    const { length } = chat.emulator.control.events(chat.roomId);
    expect((await vote(chat, ada, id, 'star')).text).toBe('"ok"');
    expect(marks(chat, id)).toEqual({ stars: 1, pins: 0 });
    expect(chat.emulator.control.events(chat.roomId)).toHaveLength(length);
  });

  test('can be given once a second, twenty times a day', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const ada = await chat.loggedIn(chat.ada);
    const ids = Array.from({ length: 21 }, (_, index) => control.say(chat.roomId, chat.ravi.id, `${index}`));
    await ada.post(`/messages/${ids[0]}/star`);
    expect(await ada.post(`/messages/${ids[1]}/star`)).toMatchObject({
      status: 409,
      text: 'You can perform this action again in 1 second.',
    });
    for (const id of ids.slice(1, 20)) expect((await vote(chat, ada, id, 'star')).text).toBe('"ok"');
    expect(await vote(chat, ada, ids[20] ?? 0, 'star')).toMatchObject({ status: 409 });
    await chat.clock.advance(24 * 3_600_000);
    expect((await vote(chat, ada, ids[20] ?? 0, 'star')).text).toBe('"ok"');
  });

  test('needs a message that is there, and twenty points of reputation', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const ada = await chat.loggedIn(chat.ada);
    const id = control.say(chat.roomId, chat.ravi.id, 'gone soon');
    control.setReputation(chat.ada.id, 19);
    expect((await vote(chat, ada, id, 'star')).text).toBe('You need 20 reputation points to star messages');
    control.setReputation(chat.ada.id, 20);
    expect((await vote(chat, ada, 1, 'star')).headers.get('location')).toBe(
      '/error?aspxerrorpath=/messages/1/star',
    );
    await (await chat.loggedIn(chat.ravi)).post(`/messages/${id}/delete`);
    expect(await vote(chat, ada, id, 'star')).toMatchObject({ status: 409 });
  });
});

describe('a pin', () => {
  test('adds a star, is told with both, and goes without it', async () => {
    const chat = await startChat();
    const tomasz = await chat.loggedIn(chat.tomasz);
    const listener = await listen(chat, tomasz);
    const id = chat.emulator.control.say(chat.roomId, chat.ada.id, 'important');
    await vote(chat, tomasz, id, 'owner-star');
    expect(await lastEvent(listener, 3)).toMatchObject({
      event_type: 6,
      user_id: chat.tomasz.id,
      message_stars: 1,
      message_owner_stars: 1,
      message_starred: true,
      message_owner_starred: true,
    });
    await vote(chat, tomasz, id, 'owner-star');
    expect(marks(chat, id)).toEqual({ stars: 1, pins: 0 });
    expect(await lastEvent(listener, 4)).not.toHaveProperty('message_owner_stars');
  });

  test('is for owners, and each has one of their own until all are removed', async () => {
    const chat = await startChat();
    const tomasz = await chat.loggedIn(chat.tomasz);
    const ilse = await chat.loggedIn(chat.ilse);
    const ada = await chat.loggedIn(chat.ada);
    const id = chat.emulator.control.say(chat.roomId, chat.ravi.id, 'important');
    for (const verb of ['owner-star', 'unowner-star']) {
      expect((await vote(chat, ada, id, verb)).text).toBe('Only a room-owner can pin messages');
    }
    await vote(chat, tomasz, id, 'owner-star');
    await vote(chat, ilse, id, 'owner-star');
    expect(marks(chat, id)).toEqual({ stars: 2, pins: 2 });
    // Neither these nor those below have to wait.
    for (const _again of [1, 2]) {
      expect((await tomasz.post(`/messages/${id}/unowner-star`)).text).toBe('"ok"');
    }
    expect(marks(chat, id)).toEqual({ stars: 2, pins: 0 });
    for (const _again of [1, 2]) expect((await tomasz.post(`/messages/${id}/unstar`)).text).toBe('"ok"');
    expect(marks(chat, id)).toEqual({ stars: 0, pins: 0 });
    expect(await ada.post(`/messages/${id}/unstar`)).toMatchObject({ status: 409 });
  });

  test('holds for fourteen days, each time anew, and leaves its star', async () => {
    const chat = await startChat();
    const dayMs = 24 * 3_600_000;
    const tomasz = await chat.loggedIn(chat.tomasz);
    const [pinned, setAgain] = ['important', 'this too'].map((text) =>
      chat.emulator.control.say(chat.roomId, chat.ada.id, text),
    );
    if (pinned === undefined || setAgain === undefined) throw new Error('nothing was said');
    await vote(chat, tomasz, pinned, 'owner-star');
    await vote(chat, tomasz, setAgain, 'owner-star');
    await chat.clock.advance(7 * dayMs);
    await vote(chat, tomasz, setAgain, 'owner-star');
    await vote(chat, tomasz, setAgain, 'owner-star');
    await chat.clock.advance(7 * dayMs - 5_000);
    expect(marks(chat, pinned)).toEqual({ stars: 1, pins: 1 });
    await chat.clock.advance(5_000);
    expect(marks(chat, pinned)).toEqual({ stars: 1, pins: 0 });
    expect(marks(chat, setAgain)).toEqual({ stars: 1, pins: 1 });
    const list = (await tomasz.get(`/chats/stars/${chat.roomId}?count=0`)).text;
    expect(list.match(/ owner-star/g)).toHaveLength(1);
  });
});
