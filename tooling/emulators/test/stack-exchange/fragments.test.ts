import { describe, expect, test } from 'vitest';
import { startChat } from './support.js';

const roomsOf = (list: string): string[] =>
  [...list.matchAll(/class="room-name"\s*><a rel="noreferrer noopener" href="\/rooms\/(\d+)\//g)].map(
    ([, id = '']) => id,
  );

describe('the list of rooms to choose from', () => {
  test('has small rooms only, by what their names contain', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    expect(roomsOf((await browser.post('/rooms/minilist')).text)).toEqual(['1', '12', '27', '44']);
    const { text } = await browser.post('/rooms/minilist', { filter: 'tower' });
    expect(roomsOf(text)).toEqual(['12']);
    expect(text).toMatch(/^<div class="room-mini"/);
  });

  test('leaves out those where one cannot write, when it is for writing', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    expect(roomsOf((await browser.post('/rooms/minilist', { forWriting: 'true' })).text)).toEqual([
      '1',
      '12',
    ]);
  });
});

test('a new room begins with a form, for those who are logged in', async () => {
  const chat = await startChat();
  const stranger = await chat.visitor().get('/rooms/create');
  expect(stranger.status).toBe(302);
  expect(stranger.headers.get('location')).toMatch(/\/users\/login\?returnurl=%2Frooms%2Fcreate$/);
  const page = (
    await (await chat.loggedIn(chat.ada)).get('/rooms/create?name=%3CHourglasses%3E&host=askubuntu.com')
  ).text;
  expect(page).toContain('method="post" action="/rooms/save"');
  expect(page).toContain('name="name" value="&lt;Hourglasses&gt;"');
  expect(page).toContain('<option value="askubuntu.com" selected="selected">Ask Ubuntu</option>');
  for (const field of ['description', 'tags', 'defaultAccess', 'fkey']) {
    expect(page).toContain(`name="${field}"`);
  }
});

test('the sites that rooms can belong to are listed by their hosts', async () => {
  const chat = await startChat();
  expect((await chat.visitor().get('/rooms/sites')).json).toContain('askubuntu.com');
  expect((await chat.visitor('chat.stackoverflow.com').get('/rooms/sites')).json).toEqual([
    'stackoverflow.com',
  ]);
});

test('rooms have no files', async () => {
  const chat = await startChat();
  expect(await chat.visitor().get('/chats/files/1?count=5')).toMatchObject({ status: 200, text: '' });
});

describe('the message before another', () => {
  test('is told with the pause in between, without an fkey', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const first = control.say(1, chat.ada.id, 'tick');
    await chat.clock.advance(90_000);
    const second = control.say(1, chat.ada.id, 'tock');
    const browser = chat.visitor();
    expect((await browser.send('/chats/1/lastMessage', { beforeId: second })).json).toEqual({
      msgid: first,
      gap: 90,
    });
    const [oldest] = control.messages(1);
    expect((await browser.send('/chats/1/lastMessage', { beforeId: oldest?.id ?? 0 })).json).toEqual({
      msgid: null,
      gap: null,
    });
  });

  test('can be looked for among those that matter to the reader', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const called = control.say(1, chat.ravi.id, '@AdaBrook there?');
    const second = control.say(1, chat.ravi.id, 'well then');
    const fields = { beforeId: second + 1, highlights: 'true' };
    const ofAda = await (await chat.loggedIn(chat.ada)).send('/chats/1/lastMessage', fields);
    expect(ofAda.json).toMatchObject({ msgid: called });
    const starred = control.messages(1).findLast(({ stars }) => stars > 0);
    const ofNobody = await chat.visitor().send('/chats/1/lastMessage', fields);
    expect(ofNobody.json).toMatchObject({ msgid: starred?.id });
  });
});

test('how to write is explained', async () => {
  const chat = await startChat();
  expect((await chat.visitor().get('/faq')).text).toContain('<code>`code`</code>');
});
