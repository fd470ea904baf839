import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { listen } from './listener.js';
import { startChat } from './support.js';

const fixtures = fileURLToPath(new URL('../../../../../shared/fixtures/chatexchange/', import.meta.url));
const absent = !existsSync(fixtures);
const captured = (name: string): unknown => JSON.parse(readFileSync(`${fixtures}${name}`, 'utf8'));

const keysOf = (value: unknown): string[] => Object.keys(value as object);

describe('answers in JSON', () => {
  test('a room in short: description and tags are HTML', async () => {
    const chat = await startChat();
    const answer = await (await chat.loggedIn(chat.ada)).get('/rooms/thumbs/1');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.json).toEqual({
      id: 1,
      name: 'Sandbox',
      description: 'Where you can play with chat features (except flagging) without upsetting anyone',
      isFavorite: true,
      usage: null,
      tags: '<a rel="noopener noreferrer" class="tag" href="https://meta.stackexchange.com/tags/sandbox/info">sandbox</a> <a rel="noopener noreferrer" class="tag" href="https://meta.stackexchange.com/tags/testing/info">testing</a>',
    });
    expect((await chat.visitor().get('/rooms/thumbs/1')).json).toMatchObject({ isFavorite: false });
  });

  test('users by id, without those that do not exist', async () => {
    const chat = await startChat();
    const answer = await chat.visitor().send('/user/info', { ids: `${chat.ada.id},5,-2`, roomId: 1 });
    expect(answer.json).toMatchObject({
      users: [
        { id: chat.ada.id, name: 'Ada Brook', reputation: 1_842, is_moderator: false, is_owner: false },
        { id: -2, name: 'Feeds', last_post: null },
      ],
    });
  });

  test('a user in short, with exact times and the rooms they are in', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    await listen(chat, browser);
    const now = chat.clock.now() / 1000;
    expect((await browser.get(`/users/thumbs/${chat.ada.id}`)).json).toMatchObject({
      id: chat.ada.id,
      name: 'Ada Brook',
      reputation: 1_842,
      is_moderator: false,
      user_message: 'Gears, springs &amp; escapements.',
      last_seen: now,
      last_post: now - 57 * 60,
      host: 'meta.stackexchange.com',
      rooms: [{ id: 1, name: 'Sandbox', last_post: now - 57 * 60 }],
      invite_targets: [],
    });
    expect((await browser.get('/users/thumbs/5')).status).toBe(404);
  });

  test('who can be called in a room, for those with an account', async () => {
    const chat = await startChat();
    const list = (await (await chat.loggedIn(chat.ada)).get('/rooms/pingable/1')).json as unknown[][];
    // Who was seen last comes last.
    expect(list.map(([, name]) => name)).toEqual([
      'mothwing',
      'Ravi Menon',
      'Tomasz Wójcik',
      'Ilse de Haan',
      'Kestrel',
      'Ada Brook',
    ]);
    expect(list[0]).toEqual([expect.any(Number), 'mothwing', expect.any(Number), expect.any(Number)]);
    expect((await chat.visitor().get('/rooms/pingable/1')).text).toBe('[]');
  });

  test.skipIf(absent)('they have the keys of the captured ones, in their order', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    expect(keysOf((await browser.get('/rooms/thumbs/1')).json)).toEqual(
      keysOf(captured('documented/rooms-thumbs.json')),
    );
    const usersOf = (value: unknown): unknown => (value as { users: unknown[] }).users[0];
    const info = await browser.send('/user/info', { ids: chat.ada.id });
    expect(keysOf(usersOf(info.json))).toEqual(keysOf(usersOf(captured('documented/user-info.json'))));
    const posted = await browser.post('/chats/1/messages/new', { text: 'hello' });
    expect(keysOf(posted.json)).toEqual(keysOf(captured('documented/messages-new-ok.json')));
  });
});

describe.skipIf(absent)('events', () => {
  test.each([
    [1, 'samliew/event-type-1.json'],
    [2, 'samliew/event-type-2.json'],
    [3, 'samliew/event-type-3.json'],
    [4, 'samliew/event-type-4.json'],
    [8, 'samliew/event-type-8.json'],
    [10, 'samliew/event-type-10.json'],
    [18, 'samliew/event-type-18.json'],
  ])('type %i has the keys of the captured one, in their order', async (type, fixture) => {
    const chat = await startChat({ replyFields: false });
    const { control } = chat.emulator;
    const browser = await chat.loggedIn(chat.ada);
    await listen(chat, browser);
    const parent = control.say(12, chat.ravi.id, 'hello');
    const id = control.say(12, chat.ada.id, 'plain');
    await browser.post(`/messages/${id}`, { text: 'edited' });
    await browser.post(`/messages/${id}/delete`);
    control.say(12, chat.ada.id, 'hi', { replyTo: parent });
    control.say(12, chat.ada.id, '@RaviMenon hi');
    await browser.post('/chats/leave/1');
    const event = [...control.events(1), ...control.events(12)].findLast(
      ({ event_type, parent_id }) => event_type === type && (parent_id === undefined || type !== 1),
    );
    expect(keysOf(event)).toEqual(keysOf(captured(fixture)).filter((key) => key !== '_comment'));
  });
});
