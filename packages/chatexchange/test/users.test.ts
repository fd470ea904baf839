import { existsSync, readFileSync } from 'node:fs';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { pictureOf } from '../src/parse/picture.js';
import { parseUserInfo } from '../src/parse/user-info.js';
import { parseUserPage } from '../src/parse/user-page.js';
import { parseUserSearch } from '../src/parse/user-search.js';
import { parseHtml } from '../src/platform/html.node.js';
import { accountOf, connect, connectTo, sent, somebodyElse } from './emulator.js';

const folder = new URL('../../../../shared/fixtures/chatexchange/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe.skipIf(!existsSync(folder))('captured:', () => {
  test('the page of a user, as they see it themselves', () => {
    const { rooms, ownedRooms, ...user } = parseUserPage(parseHtml(read('samliew/profile.html')));
    expect(user).toEqual({
      name: 'FrankerZ',
      about: "You're awesome!",
      isModerator: false,
      messageCount: 8671,
      roomCount: 44,
      reputation: 15_026,
      lastSeen: 14,
      lastMessage: 49 * 60,
      since: '2015-05-26',
      parentUser: {
        id: 4_875_631,
        name: 'FrankerZ',
        host: 'stackoverflow.com',
        url: 'https://stackoverflow.com/users/4875631/frankerz',
      },
      pictureUrl: 'https://i.stack.imgur.com/zRk5K.jpg?s=128&g=1',
    });
    expect(rooms.at(-1)).toEqual({ id: 7, name: 'C#' });
    expect([...rooms, ...ownedRooms].every(({ id, name }) => id > 0 && name !== '')).toBe(true);
    expect(rooms.map(({ id }) => id)).toEqual([167_908, 111_347, 41_570, 182_477, 7]);
    expect(ownedRooms).toHaveLength(8);
  });

  test('what is said of users in short', () => {
    expect([...parseUserInfo(JSON.parse(read('documented/user-info.json')))]).toEqual([
      [
        7_886_229,
        {
          name: 'JBis',
          isModerator: false,
          reputation: 324,
          lastPostAt: 1_558_232_577,
          lastSeenAt: 1_558_239_940,
          pictureUrl: 'https://i.stack.imgur.com/8kBbg.png?s=128&g=1',
        },
      ],
    ]);
  });

  test('users that were found', () => {
    expect(parseUserSearch(read('documented/users-search.ndjson'))).toEqual([
      { id: 7_886_229, name: 'JBis', pictureUrl: 'https://i.stack.imgur.com/8kBbg.png?s=128&g=1' },
      {
        id: 1_128_805,
        name: 'jbisa',
        pictureUrl: 'https://www.gravatar.com/avatar/05d61e48bb8383dd08a6f369a6286b9f?s=128&d=identicon&r=PG',
      },
    ]);
  });
});

test('a page of a user is read by what its rows are called', () => {
  const page = (rows: string): string =>
    `<h1>Ann \u2666</h1><div class="usercard-xxl"><img class="user-gravatar-128" src="//x.example/1.png">
     <div class="user-status">Ann \u2666</div><table>${rows}</table>
     <div class="user-message-count-xxl" title="8,671 all time messages">8.7k</div><div class="user-room-count-xxl">3</div></div>`;
  const row = (key: string, value: string): string =>
    `<tr><td class="user-keycell">${key}</td><td class="user-valuecell">${value}</td></tr>`;
  const rows = [row('last seen', 'n/a'), row('about', 'I <b>am</b>'), row('chat user since', '2020-01-02')];
  expect(parseUserPage(parseHtml(page(rows.join(''))))).toEqual({
    name: 'Ann',
    about: 'I <b>am</b>',
    isModerator: true,
    messageCount: 8671,
    roomCount: 3,
    reputation: undefined,
    lastSeen: undefined,
    lastMessage: undefined,
    since: '2020-01-02',
    parentUser: undefined,
    pictureUrl: '//x.example/1.png',
    rooms: [],
    ownedRooms: [],
  });
});

test.each([
  [
    'You <b>are</b> awesome! <span id="edit-message-container">(<a href="#">edit</a>)</span>',
    'You <b>are</b> awesome!',
  ],
  ['<form action="/users/about"><input name="about" value="x"><b>y</b></form>', undefined],
  ['<span>kept</span><button>edit</button>', '<span>kept</span>'],
])('controls are no part of what one says about oneself: %s', (cell, about) => {
  const row = `<tr><td class="user-keycell">about <span>(<a href="#">edit</a>)</span></td><td class="user-valuecell">${cell}</td></tr>`;
  const html = `<h1>Ann</h1><div class="usercard-xxl"><table>${row}</table><b class="user-message-count-xxl">1</b><b class="user-room-count-xxl">1</b></div>`;
  expect(parseUserPage(parseHtml(html)).about).toBe(about);
});

test.each([
  ['<p>New!</p>', '/users has no h1'],
  ['<h1>Ann</h1>', '/users has no .usercard-xxl'],
  ['<h1>Ann</h1><div class="usercard-xxl"></div>', '/users has no .user-message-count-xxl'],
  [
    '<h1>Ann</h1><div class="usercard-xxl"><b class="user-message-count-xxl">1</b><b class="user-room-count-xxl">1</b><i class="reputation-score">15k</i></div>',
    '/users has no .reputation-score[title]',
  ],
])('%s is no page of a user', (html, words) => {
  expect(() => parseUserPage(parseHtml(html))).toThrow(words);
});

test.each([{}, { users: [{}] }, { users: [{ id: 1 }] }, null])('%j says nothing of users', (answer) => {
  expect(() => parseUserInfo(answer)).toThrow(/answer of \/user\/info has no/);
});

test('a picture is named by its address or by a hash', () => {
  expect(pictureOf('!https://x.example/1.png')).toBe('https://x.example/1.png');
  expect(pictureOf('05d61e48bb8383dd08a6f369a6286b9f')).toMatch(
    /^https:\/\/www\.gravatar\.com\/avatar\/05d6/,
  );
  expect([pictureOf('!'), pictureOf('nothing'), pictureOf(null)]).toEqual([undefined, undefined, undefined]);
});

test('what is wanted of many users at the same moment is asked for in one request', async () => {
  const { emulator, chat } = await connect();
  const ids = [...emulator.credentials.accounts.map(({ id }) => id), somebodyElse(emulator)];
  // Held, as what nobody holds is forgotten.
  const users = ids.map((id) => chat.getUser(id));
  const names = await Promise.all(users.map((user) => user.name));
  expect(names.slice(0, 3)).toEqual(['Ada Brook', 'Ravi Menon', 'Ilse de Haan']);
  expect(sent(emulator)).toEqual(['GET /user/info']);
  expect(emulator.control.requests.all[0]?.query.get('ids')).toBe(ids.join(','));
  expect(await users[0]?.reputation).toBe(1842);
  expect(sent(emulator)).toHaveLength(1);
});

test('the times of a user are exact, and those of the page are ago', async () => {
  const { emulator, chat } = await connect();
  const user = chat.getUser(accountOf(emulator, 1).id);
  const [lastSeenAt, lastPostAt] = await Promise.all([user.lastSeenAt, user.lastPostAt]);
  expect(Date.now() / 1000 - (lastSeenAt ?? 0) - 14 * 60).toBeLessThan(60);
  expect(lastPostAt).toBe(
    Math.floor(
      (emulator.control.messages(1).findLast(({ userId }) => userId === user.id)?.postedAt ?? 0) / 1000,
    ),
  );
  expect(await user.lastSeen).toBe(14 * 60);
  expect(await user.lastMessage).toBe(55 * 60);
});

test('one has a page, and what is on it is known after one request', async () => {
  const { emulator, chat } = await connect();
  const user = chat.getUser(emulator.credentials.owner.id);
  const rooms = await user.rooms;
  const owned = await user.ownedRooms;
  expect(rooms.map(({ id }) => id)).toEqual([1, 12]);
  expect(owned.map(({ id }) => id)).toEqual([1, 12, 44]);
  expect(owned[1]).toBe(chat.getRoom(12));
  expect(await owned[1]?.name).toBe('The Clock Tower');
  expect(await user.textAbout).toBe('☕ and clocks');
  expect(await user.since).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await user.parentUser).toMatchObject({ name: 'Tomasz Wójcik', host: 'meta.stackexchange.com' });
  expect(await user.pictureUrl).toMatch(/^https:\/\/www\.gravatar\.com\/avatar\//);
  expect(await user.name).toBe('Tomasz Wójcik');
  expect(sent(emulator)).toEqual([`GET /users/${user.id}`]);
  expect(JSON.parse(JSON.stringify(user))).toMatchObject({
    id: user.id,
    rooms: [1, 12],
    ownedRooms: [1, 12, 44],
  });
});

test('who has no account on a site has no reputation, however one asks', async () => {
  const { emulator, chat } = await connect();
  const bot = chat.getUser(emulator.control.messages(1).at(-1)?.userId ?? 0);
  expect(await bot.name).toBe('Kestrel');
  expect([await bot.reputation, bot.known]).toMatchObject([undefined, { reputation: undefined }]);
  const { reputation, parentUser, isModerator } = await connectTo(emulator).getUser(bot.id).load();
  expect([reputation, parentUser, isModerator]).toEqual([undefined, undefined, false]);
});

test('users of the system are users, too', async () => {
  const { chat } = await connect();
  expect(await chat.getUser(-2).load()).toMatchObject({ id: -2, name: 'Feeds', lastSeen: undefined });
});

test('who is asked for and does not exist is told apart from who does', async () => {
  const { emulator, chat } = await connect();
  const { id } = accountOf(emulator);
  const [ada, nobody, again] = await chat.getUsers([id, 4_000_000, chat.getUser(id)]);
  expect(ada).toBe(chat.getUser(id));
  expect(again).toBe(ada);
  expect(nobody).toBeUndefined();
  expect(ada?.known).toMatchObject({ name: 'Ada Brook', reputation: 1842, isModerator: false });
  const names = await Promise.allSettled([chat.getUser(4_000_000).name, chat.getUser(id).name]);
  expect(names).toMatchObject([
    { status: 'rejected', reason: { kind: 'refused', code: 'NOT_FOUND' } },
    { status: 'fulfilled', value: 'Ada Brook' },
  ]);
  expect(await rejection(chat.getUser(4_000_000).about)).toMatchObject({
    kind: 'refused',
    code: 'NOT_FOUND',
  });
});

test('hundreds of users are asked for by hundreds', async () => {
  const { emulator, chat } = await connect();
  const users = await chat.getUsers(Array.from({ length: 250 }, (_, index) => index + 1));
  expect(users).toHaveLength(250);
  expect(users.every((user) => user === undefined)).toBe(true);
  expect(sent(emulator)).toEqual(['GET /user/info', 'GET /user/info', 'GET /user/info']);
});

test('who asks with a signal of their own asks on their own', async () => {
  const { emulator, chat } = await connect();
  const ending = new AbortController();
  const user = chat.getUser(accountOf(emulator).id);
  const loading = user.load({ signal: ending.signal });
  ending.abort('mine');
  expect(await rejection(loading)).toBe('mine');
  expect(await user.name).toBe('Ada Brook');
});

test('a user who is not there any more fails where it is waited for, and only there', async () => {
  const { emulator, chat } = await connect({ retries: 0 });
  emulator.control.faults.add({ fault: { kind: 'html', status: 503 } });
  const { id } = accountOf(emulator);
  const failed = await Promise.allSettled([chat.getUser(id).name, chat.getUser(id).reputation]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await chat.getUser(id).name).toBe('Ada Brook');
});

test('a moderator is told by both sources', async () => {
  const { emulator, chat } = await connect();
  const { moderator } = emulator.credentials;
  expect(await chat.getUser(moderator.id).isModerator).toBe(true);
  const other = connectTo(emulator).getUser(moderator.id);
  expect(await other.messageCount).toBeGreaterThan(0);
  expect(other.known).toMatchObject({ isModerator: true, name: 'Ilse de Haan' });
});

test('users are found by their names, as many as are wanted', async () => {
  const { emulator, chat } = await connect();
  const found = await chat.searchUsers('Ravi');
  expect(found).toEqual([chat.getUser(accountOf(emulator, 1).id)]);
  expect(found[0]?.known).toMatchObject({ name: 'Ravi Menon' });
  expect(found[0]?.known.pictureUrl).toMatch(/^https:/);
  expect(await chat.searchUsers('nobody & nothing')).toEqual([]);
  const [asked] = emulator.control.requests.matching({ path: '/users/search' });
  expect([asked?.query.get('q'), asked?.query.get('limit')]).toEqual(['Ravi', '50']);
  expect((await chat.searchUsers('a', { limit: 1 })).length).toBeLessThanOrEqual(1);
});
