import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { listen } from './listener.js';
import { startChat } from './support.js';

const fixtures = fileURLToPath(new URL('../../../../../shared/fixtures/chatexchange/', import.meta.url));

const roomsOn = (page: string): number[] =>
  [...page.matchAll(/<div id="room-(\d+)" class="roomcard/g)].map(([, id]) => Number(id));

const usersOn = (page: string): string[] =>
  [...page.matchAll(/<div class="user-header" title="([^"]*)"/g)].map(([, name = '']) => name);

const idsOf = (page: string): number[] =>
  [...page.matchAll(/id="message-(\d+)"/g)].map(([, id]) => Number(id));

describe('the list of rooms', () => {
  test('shows what its reader may enter and what is not frozen, the most lively first', async () => {
    const chat = await startChat();
    chat.emulator.control.say(12, chat.ada.id, 'tick');
    const browser = chat.visitor();
    expect(roomsOn((await browser.get('/rooms')).text)).toEqual([12, 1, 27]);
    expect((await browser.get('/')).text).toContain('class="button">show frozen rooms</a>');
    expect(roomsOn((await browser.get('/rooms?nohide=true')).text)).toEqual([12, 1, 27, 44]);
    expect((await browser.get('/')).text).toContain('<title>all rooms | chat.stackexchange.com</title>');
    expect((await browser.get('/rooms?nohide=true')).text).toContain(
      '<div id="room-44" class="roomcard frozen">',
    );
  });

  test.each([
    ['sort=created', [27, 12, 1]],
    ['sort=people', [1, 12, 27]],
    ['filter=CLOCK', [12]],
    ['filter=sandbox', [1]],
    ['tab=favorite', [1]],
    ['tab=mine', [12]],
    ['tab=invited', []],
    ['tab=events', []],
    ['page=2&pageSize=2', [12]],
    ['tab=nonsense&sort=nonsense&page=x', [1, 27, 12]],
  ])('%s', async (query, rooms) => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    await listen(chat, browser, { roomId: 12 });
    expect(roomsOn((await browser.get(`/rooms?${query}`)).text)).toEqual(rooms);
  });

  test('has a pager that keeps the rest of the query', async () => {
    const chat = await startChat();
    const page = (await chat.visitor().get('/rooms?sort=people&pageSize=1')).text;
    expect(page).toContain('<span class="page-numbers current">1</span>');
    expect(page).toContain(
      '<a href="?sort=people&amp;pageSize=1&amp;page=3" title="go to page 3"><span class="page-numbers">3</span></a>',
    );
  });

  test('says of those who are in a room how much they said there', async () => {
    const chat = await startChat();
    const page = (await chat.visitor().get('/rooms')).text;
    expect(page).toMatch(/title="Tomasz Wójcik: 2d ago, 1 posts \(11%\)"/);
  });

  test.skipIf(!existsSync(fixtures))('has the parts of a captured one', async () => {
    const chat = await startChat();
    const page = (await (await chat.loggedIn(chat.ada)).get('/rooms?pageSize=1')).text;
    const captured = readFileSync(`${fixtures}sochat4j/homepage.so.html`, 'utf8');
    for (const part of [
      'id="tabs"',
      'class="youarehere"',
      'class="room-tab-description"',
      'id="roomsearch"',
      'class="subtabs"',
      'id="roomlist"',
      'class="small-site-logo"',
      'class="mini-room-chart"',
      'class="mspbar now"',
      'class="cycle"',
      'class="room-user-count"',
      'class="room-info-link"',
      '<div class="pager clear-both"',
      '<span class="page-numbers">2</span>',
      '<span class="page-numbers next"> next</span>',
    ]) {
      expect(captured).toContain(part);
      expect(page).toContain(part);
    }
  });
});

describe('the list of users', () => {
  test('can be ordered, filtered and read in pages', async () => {
    const chat = await startChat();
    const browser = chat.visitor();
    expect(usersOn((await browser.get('/users?sort=reputation&pageSize=2')).text)).toEqual([
      'Ilse de Haan',
      'Tomasz Wójcik',
    ]);
    expect(usersOn((await browser.get('/users?sort=name&filter=ra')).text)).toEqual(['Ravi Menon']);
    expect(usersOn((await browser.get('/users?tab=moderators')).text)).toEqual(['Ilse de Haan']);
  });
});

describe('a search for users', () => {
  const find = async (query: string): Promise<string> =>
    (await (await startChat()).visitor().get(`/users/search?${query}`)).text;

  test('answers one object of JSON a line', async () => {
    const chat = await startChat();
    const { text } = await chat.visitor().get('/users/search?q=ra');
    expect(text.split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
      { id: chat.ravi.id, dn: 'Ravi Menon', hash: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown },
    ]);
  });

  test('has a limit', async () => {
    expect(await find('q=ra&limit=0')).toBe('');
    expect(await find('q=ra&limit=1')).not.toContain('\n');
    expect(await find('q=xyz')).toBe('');
  });

  test('never has more than a hundred, and fifty unless told otherwise', async () => {
    const chat = await startChat();
    for (let number = 0; number < 120; number += 1) chat.emulator.control.addUser(`Cuckoo ${number}`);
    const count = async (query: string): Promise<number> =>
      (await chat.visitor().get(`/users/search?q=cuckoo${query}`)).text.split('\n').length;
    expect(await count('')).toBe(50);
    expect(await count('&limit=70')).toBe(70);
    expect(await count('&limit=500')).toBe(100);
  });

  test('breaks at a limit below nothing', async () => {
    const answer = await (await startChat()).visitor().get('/users/search?q=a&limit=-1');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/error?aspxerrorpath=/users/search');
  });
});

describe('what is known of a room', () => {
  test('says who may do what', async () => {
    const chat = await startChat();
    const page = (await chat.visitor().get('/rooms/info/27?tab=access')).text;
    const sectionOf = (name: string): string =>
      page.split(`id="access-section-${name}"`)[1]?.split('id="access-section')[0] ?? '';
    expect(usersOn(sectionOf('owner'))).toEqual(['Ilse de Haan']);
    expect(usersOn(sectionOf('read-write'))).toEqual(['Tomasz Wójcik']);
    expect(usersOn(sectionOf('read-only'))).toEqual([]);
    expect(page).toContain('id="access-section-read-only"');
    expect(page).not.toContain('id="access-section-request"');
    expect(sectionOf('owner')).toMatch(/<a class="username moderator" href="\/users\/\d+\/ilse-de-haan"\s*>/);
  });

  test('lists its starred messages, the newest first', async () => {
    const chat = await startChat();
    const starred = chat.emulator.control.messages(1).filter(({ stars }) => stars > 0);
    const page = (await chat.visitor().get('/rooms/info/1?tab=stars')).text;
    expect(idsOf(page)).toEqual(starred.map(({ id }) => id).toReversed());
    expect(page).toContain('<div class="timestamp">Sat 7:40 AM</div>');
    expect(page).toMatch(
      /class="youarehere" href="\?tab=stars" title="[^"]*"><span class="tabcount">2<\/span>/,
    );
  });

  test.each(['conversations', 'schedule', 'feeds'])('has a tab for %s', async (tab) => {
    const chat = await startChat();
    const page = (await chat.visitor().get(`/rooms/info/1?tab=${tab}`)).text;
    expect(page).toMatch(new RegExp(String.raw`class="youarehere" href="\?tab=${tab}"`));
    expect(page).not.toContain('roomcard-xxl');
  });

  test('names those who said most in it', async () => {
    const chat = await startChat();
    chat.emulator.control.say(12, chat.ravi.id, 'tock');
    const page = (await chat.visitor().get('/rooms/info/12?users=frequent')).text;
    expect(usersOn(page.split('id="room-usercards"')[1] ?? '')).toEqual([
      'Ada Brook',
      'Tomasz Wójcik',
      'Ravi Menon',
    ]);
  });
});

describe('what is known of a user', () => {
  test('lists what they said where one may read it, the newest first', async () => {
    const chat = await startChat();
    const secret = chat.emulator.control.say(31, chat.ada.id, 'psst');
    const page = (await chat.visitor().get(`/users/${chat.ada.id}?tab=recent`)).text;
    const said = [1, 12]
      .flatMap((room) => chat.emulator.control.messages(room))
      .filter(({ userId }) => userId === chat.ada.id)
      .map(({ id }) => id);
    expect(idsOf(page)).toEqual(said.toSorted((a, b) => b - a));
    expect(idsOf(page)).not.toContain(secret);
  });

  test('lists what answers them', async () => {
    const chat = await startChat();
    const parent = chat.emulator.control.say(1, chat.ravi.id, 'who?');
    const reply = chat.emulator.control.say(1, chat.ada.id, 'me', { replyTo: parent });
    const page = (await chat.visitor().get(`/users/${chat.ravi.id}?tab=replies`)).text;
    expect(idsOf(page)[0]).toBe(reply);
  });

  test('lists the rooms that they are often in', async () => {
    const chat = await startChat();
    const page = (await chat.visitor().get(`/users/${chat.ada.id}?rooms=frequent`)).text;
    expect(roomsOn(page.split('id="user-roomcards"')[1] ?? '')).toEqual([1, 12]);
  });

  test('shows preferences to themselves alone', async () => {
    const chat = await startChat();
    const address = `/users/${chat.ada.id}?tab=prefs`;
    expect((await (await chat.loggedIn(chat.ada)).get(address)).text).toContain('id="ignore-list"');
    const seenByOthers = (await (await chat.loggedIn(chat.ravi)).get(address)).text;
    expect(seenByOthers).not.toContain('id="ignore-list"');
    expect(seenByOthers).not.toContain('href="?tab=prefs"');
  });
});

test('a room in short draws how it is used, for those who ask', async () => {
  const chat = await startChat();
  const browser = chat.visitor();
  expect((await browser.get('/rooms/thumbs/1')).json).toMatchObject({ usage: null });
  expect((await browser.get('/rooms/thumbs/1?showUsage=true')).json).toMatchObject({
    usage: expect.stringMatching(/^<div class="mspark"/) as unknown,
  });
});
