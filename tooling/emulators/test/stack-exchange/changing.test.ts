import { describe, expect, test } from 'vitest';
import { type Answer, startChat } from './support.js';

const idOf = ({ json }: Answer): number => (json as { id: number }).id;

describe('undeleting', () => {
  test('shows the message again and tells the room, with its content', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const id = idOf(await ada.post(`/chats/${chat.roomId}/messages/new`, { text: 'still *here*' }));
    await ada.post(`/messages/${id}/delete`);
    await chat.clock.advance(10_000);
    expect((await ada.post(`/messages/${id}/undelete`)).text).toBe('"ok"');
    expect(chat.emulator.control.events(chat.roomId).at(-1)).toEqual({
      event_type: 37,
      time_stamp: Math.floor(chat.clock.now() / 1000),
      content: 'still <i>here</i>',
      id: expect.any(Number) as unknown,
      user_id: chat.ada.id,
      user_name: 'Ada Brook',
      room_id: chat.roomId,
      room_name: 'Sandbox',
      message_id: id,
    });
    expect(await ada.post(`/messages/${id}/undelete`)).toMatchObject({ status: 409 });
  });

  test('what an owner removed, only those in charge bring back', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const tomasz = await chat.loggedIn(chat.tomasz);
    const id = chat.emulator.control.say(chat.roomId, chat.ada.id, 'hm');
    await chat.clock.advance(3_600_000);
    expect((await tomasz.post(`/messages/${id}/delete`)).text).toBe('"ok"');
    expect(chat.emulator.control.events(chat.roomId).at(-1)).toMatchObject({
      event_type: 10,
      user_id: chat.tomasz.id,
      message_id: id,
    });
    expect((await ada.post(`/messages/${id}/undelete`)).status).toBe(409);
    expect((await tomasz.post(`/messages/${id}/undelete`)).text).toBe('"ok"');
  });
});

describe('editing', () => {
  test('moderators may, at any time', async () => {
    const chat = await startChat();
    const ilse = await chat.loggedIn(chat.ilse);
    const id = chat.emulator.control.say(chat.roomId, chat.ada.id, 'rude');
    await chat.clock.advance(3_600_000);
    expect((await ilse.post(`/messages/${id}`, { text: 'polite' })).text).toBe('"ok"');
    expect(chat.emulator.control.events(chat.roomId).at(-1)).toMatchObject({
      event_type: 2,
      content: 'polite',
      message_edits: 1,
    });
  });

  test('nobody may in a room that is frozen', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const id = chat.emulator.control.say(chat.roomId, chat.ada.id, 'brr');
    chat.emulator.control.freeze(chat.roomId);
    expect((await ada.post(`/messages/${id}`, { text: 'brrr' })).text).toBe(
      'You cannot write or edit messages in this room',
    );
  });
});

test.each([
  ['stays', ':1 not a prefix any more'],
  ['goes', 'not a prefix any more'],
] as const)('beside a parent in the form, an old prefix %s', async (prefixBesideParent, html) => {
  const chat = await startChat({ prefixBesideParent });
  const ada = await chat.loggedIn(chat.ada);
  const parentId = chat.emulator.control.say(chat.roomId, chat.ravi.id, 'first');
  const text = ':1 not a prefix any more';
  await ada.post(`/chats/${chat.roomId}/messages/new`, { text, parentId });
  expect(chat.emulator.control.messages(chat.roomId).at(-1)).toMatchObject({ html, parentId });
});

test('mentions that were read are acknowledged with ok, whoever they were for', async () => {
  const chat = await startChat();
  const ada = await chat.loggedIn(chat.ada);
  expect((await ada.post('/messages/ack', { id: '1,2,x' })).text).toBe('"ok"');
  expect(chat.emulator.control.users().find(({ id }) => id === chat.ada.id)?.acknowledged).toEqual([1, 2]);
  expect((await chat.visitor().post('/messages/ack', { id: '1' })).status).toBe(404);
});
