import { describe, expect, test } from 'vitest';
import { listen } from './listener.js';
import { type Answer, type Browser, type Chat, startChat } from './support.js';

const flag = async (chat: Chat, browser: Browser, id: number, verb: string, fields = {}): Promise<Answer> => {
  await chat.clock.advance(1_000);
  return browser.post(`/messages/${id}/${verb}`, fields);
};

describe('a flag', () => {
  test('is told to moderators under each of their rooms, once, and names nobody', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const ravi = await chat.loggedIn(chat.ravi);
    const toRavi = await listen(chat, ravi);
    const toIlse = await listen(chat, await chat.loggedIn(chat.ilse));
    const id = control.say(12, chat.ada.id, 'rude');
    expect((await flag(chat, ravi, id, 'flag')).text).toBe('"ok"');
    await toIlse.framesReach(2);
    const [first, ...others] = toIlse.events().filter(({ event_type }) => event_type === 9);
    expect(first).toEqual({
      event_type: 9,
      time_stamp: Math.floor(chat.clock.now() / 1000),
      content: 'rude',
      id: expect.any(Number) as unknown,
      room_id: 12,
      room_name: 'The Clock Tower',
      message_id: id,
      message_flags: 1,
    });
    // Ilse is in several rooms, and the same event stands under each.
    expect(others.length).toBeGreaterThan(0);
    expect(others).toEqual(others.map(() => first));
    expect(toRavi.events().filter(({ event_type }) => event_type === 9)).toEqual([]);
  });

  test('can be taken back, and an opinion replaces the one before', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const ravi = await chat.loggedIn(chat.ravi);
    const id = control.say(chat.roomId, chat.ada.id, 'rude?');
    const flagEvents = (): (number | undefined)[] =>
      control
        .events(chat.roomId)
        .filter(({ event_type }) => event_type === 9)
        .map(({ message_flags }) => message_flags);
    await flag(chat, ravi, id, 'flag');
    await flag(chat, ravi, id, 'unflag');
    expect(flagEvents()).toEqual([1, undefined]);
    await flag(chat, ravi, id, 'flag');
    await flag(chat, ravi, id, 'counter-flag');
    expect((await flag(chat, ravi, id, 'meh-flag')).text).toBe('"ok"');
    expect(flagEvents()).toEqual([1, undefined, 1, undefined]);
  });

  test('can be given once a second', async () => {
    const chat = await startChat();
    const ravi = await chat.loggedIn(chat.ravi);
    const id = chat.emulator.control.say(chat.roomId, chat.ada.id, 'rude');
    await ravi.post(`/messages/${id}/flag`);
    expect((await ravi.post(`/messages/${id}/unflag`)).text).toBe(
      'You can perform this action again in 1 second.',
    );
  });

  test('with a word goes to moderators alone, who can cancel all', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const ravi = await chat.loggedIn(chat.ravi);
    const ilse = await chat.loggedIn(chat.ilse);
    const id = control.say(chat.roomId, chat.ada.id, 'spam');
    expect((await flag(chat, ravi, id, 'mod', { info: 'x'.repeat(201) })).status).toBe(409);
    expect((await flag(chat, ravi, id, 'mod', { info: 'x'.repeat(200) })).text).toBe('"ok"');
    await flag(chat, ravi, id, 'flag');
    expect(control.messages(chat.roomId).at(-1)?.moderatorFlags).toMatchObject([
      { userId: chat.ravi.id, info: 'x'.repeat(200) },
    ]);
    expect(control.events(chat.roomId).slice(-2)).toMatchObject([
      { event_type: 12, message_id: id, message_flags: 1 },
      { event_type: 9, message_id: id, message_flags: 1 },
    ]);
    expect((await flag(chat, ravi, id, 'cancel-flags')).status).toBe(409);
    expect((await flag(chat, ilse, id, 'cancel-flags')).text).toBe('"ok"');
    expect(control.events(chat.roomId).at(-1)).not.toHaveProperty('message_flags');
  });
});

describe('the moderators’ own', () => {
  test('a history that was purged holds the last wording alone', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const ilse = await chat.loggedIn(chat.ilse);
    const id = chat.emulator.control.say(chat.roomId, chat.ada.id, 'my password');
    await ada.post(`/messages/${id}`, { text: 'nothing' });
    expect((await ada.get(`/messages/${id}/history`)).text).toContain('my password');
    expect((await ada.post(`/messages/${id}/purge-history`)).status).toBe(409);
    const answer = await ilse.post(`/messages/${id}/purge-history`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`/messages/${id}/history`);
    const { text } = await ada.get(`/messages/${id}/history`);
    expect(text).not.toContain('my password');
    expect(text).toContain('nothing');
  });
});
