import { describe, expect, test } from 'vitest';
import { listen } from './listener.js';
import { type Chat, startChat } from './support.js';

const act = async (
  chat: Chat,
  name: string,
  body: object = {},
): Promise<{ readonly status: number; readonly json: unknown }> => {
  const answer = await fetch(`${chat.emulator.url}/_emulator/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? undefined : JSON.parse(text) };
};

describe('over HTTP', () => {
  test('somebody says something, edits, stars, pins, flags, moves and removes it', async () => {
    const chat = await startChat();
    const said = await act(chat, 'say', { roomId: 1, userId: chat.ada.id, text: 'hello' });
    const { id: messageId } = said.json as { id: number };
    await act(chat, 'edit', { messageId, text: 'hello *there*' });
    await act(chat, 'star', { messageId, userId: chat.ravi.id });
    await act(chat, 'pin', { messageId });
    await act(chat, 'flag', { messageId, userId: chat.ravi.id });
    await act(chat, 'move', { messageIds: [messageId], toRoomId: 12 });
    await act(chat, 'remove', { messageId });
    const { json } = await act(chat, 'messages', { roomId: 12 });
    expect((json as object[]).find((message) => 'id' in message && message.id === messageId)).toMatchObject({
      html: 'hello <i>there</i>',
      edits: 1,
      stars: 2,
      pins: 1,
      flags: 1,
      isDeleted: true,
    });
    expect((await act(chat, 'undelete', { messageId })).status).toBe(204);
  });

  test('rooms are opened, changed, frozen, left and put into timeout', async () => {
    const chat = await startChat();
    const { json } = await act(chat, 'add-room', { ownerId: chat.ada.id, name: 'Aside', tags: ['x'] });
    const { id: roomId } = json as { id: number };
    await act(chat, 'change-room', { roomId, access: 'gallery', description: 'quiet' });
    await act(chat, 'enter', { roomId, userId: chat.ravi.id });
    await act(chat, 'freeze', { roomId });
    await act(chat, 'set-access', { roomId, userId: chat.ravi.id, access: 'owner' });
    const rooms = await act(chat, 'rooms');
    expect((rooms.json as object[]).at(-1)).toEqual({
      id: roomId,
      name: 'Aside',
      description: 'quiet',
      tags: ['x'],
      access: 'gallery',
      isFrozen: true,
      isDeleted: false,
      present: [chat.ravi.id],
      owners: [chat.ada.id, chat.ravi.id],
      writers: [],
      readers: [],
      requests: [],
      favoriteOf: [],
      conversations: [],
    });
    await act(chat, 'kick', { roomId, userId: chat.ravi.id, durationMs: 60_000 });
    await act(chat, 'timeout', { roomId, durationMs: 60_000, reason: 'hush' });
    const ada = await chat.loggedIn(chat.ada);
    await act(chat, 'freeze', { roomId, on: false });
    expect((await ada.post(`/chats/${roomId}/messages/new`, { text: 'x' })).text).toContain('in timeout');
    await act(chat, 'delete-room', { roomId });
    expect((await ada.get(`/rooms/${roomId}`)).status).toBe(404);
  });

  test('people come, go and change', async () => {
    const chat = await startChat();
    const { json } = await act(chat, 'add-user', { name: 'Nobody', reputation: 5 });
    const { id: userId } = json as { id: number };
    for (const [name, body] of [
      ['rename', { name: 'Somebody' }],
      ['set-reputation', { reputation: 20_000 }],
      ['set-moderator', {}],
      ['ban', { durationMs: 1_000 }],
    ] as const) {
      expect((await act(chat, name, { userId, ...body })).status).toBe(204);
    }
    expect((await chat.visitor().get(`/user/info?ids=${userId}`)).json).toMatchObject({
      users: [{ name: 'Somebody', reputation: 20_000, is_moderator: true }],
    });
    await act(chat, 'delete-user', { userId });
    expect((await chat.visitor().get(`/user/info?ids=${userId}`)).json).toEqual({ users: [] });
  });

  test('sockets and events are spoilt, on any of the chat servers', async () => {
    const chat = await startChat();
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    const event = { event_type: 22, user_id: -2, content: 'ticker', room_id: 1 };
    await act(chat, 'frame-faults', { kind: 'duplicate', contains: 'ticker' });
    const emitted = await act(chat, 'emit', { event });
    await listener.framesReach(3);
    expect(listener.events().slice(-2)).toMatchObject([emitted.json, emitted.json]);
    await act(chat, 'reload');
    await listener.framesReach(4);
    expect(await act(chat, 'sockets')).toMatchObject({ json: [{ userId: chat.ada.id }] });
    const elsewhere = { host: 'chat.stackoverflow.com' };
    expect((await act(chat, 'sockets', elsewhere)).json).toEqual([]);
    expect((await act(chat, 'cut', { ...elsewhere, how: 'close' })).json).toEqual({ cut: 0 });
    expect((await act(chat, 'cut', { how: 'close' })).json).toEqual({ cut: 1 });
    expect(await listener.closed).toBe(1001);
  });

  test('waits are switched off, forced and refused by Cloudflare', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const say = (text: string) => ada.post('/chats/1/messages/new', { text });
    await act(chat, 'refuse-next-posts', { seconds: 4 });
    expect((await say('a')).text).toContain('again in 4 seconds');
    await act(chat, 'throttle', { gapSeconds: 30 });
    await say('a');
    expect((await say('b')).text).toContain('again in 30 seconds');
    await act(chat, 'throttle', { on: false });
    expect((await say('b')).status).toBe(200);
    await act(chat, 'cloudflare', { refusal: 'limited', path: { pattern: '^/rooms' } });
    expect((await ada.get('/rooms/1')).status).toBe(429);
  });

  test('logins are spoilt', async () => {
    const chat = await startChat();
    await act(chat, 'captcha', { how: 'redirect' });
    expect((await chat.visitor().logIn(chat.ada)).headers.get('location')).toMatch(/^\/captcha/);
    await act(chat, 'captcha', { on: false });
    await act(chat, 'read-only');
    expect((await chat.visitor().get('/users/login')).text).not.toContain('login-form');
    await act(chat, 'read-only', { on: false });
    const ada = await chat.loggedIn(chat.ada);
    for (const name of ['expire-chat-cookies', 'rotate-fkeys', 'expire-sessions', 'clear-frame-faults']) {
      expect((await act(chat, name)).status).toBe(204);
    }
    expect((await ada.get('/users/current')).text).not.toContain('my-profile');
  });

  test('who asks for what is not there is told what is', async () => {
    const chat = await startChat();
    expect(await act(chat, 'say', { roomId: 1 })).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining('userId') as unknown },
    });
    expect(await act(chat, 'freeze', { roomId: 999 })).toMatchObject({
      status: 400,
      json: { error: 'There is no room 999.' },
    });
    expect(await act(chat, 'cut', { host: 'example.com' })).toMatchObject({ status: 400 });
    expect((await act(chat, 'nonsense')).json).toMatchObject({
      error: expect.stringContaining('POST /_emulator/say') as unknown,
    });
  });
});
