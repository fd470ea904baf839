import { describe, expect, test } from 'vitest';
import { startChat } from './support.js';

const idsOf = (page: string): number[] =>
  [...page.matchAll(/id="message-(\d+)"/g)].map(([, id]) => Number(id));

describe('a search', () => {
  test('finds what has every word, wherever one may read, the newest first', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const first = control.say(1, chat.ada.id, 'a *Pendulum* of brass');
    const second = control.say(12, chat.ravi.id, 'brass for the pendulum, please');
    control.say(1, chat.ada.id, 'a pendulum of wood');
    control.say(31, chat.ada.id, 'brass pendulum');
    const page = (await chat.visitor().get('/search?q=pendulum+BRASS')).text;
    expect(idsOf(page)).toEqual([second, first]);
    expect(page).toContain('<div class="timestamp">9:00 AM</div>');
  });

  test('takes words in quotes as they stand, and knows entities for what they mean', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const id = control.say(1, chat.ada.id, 'tick & tock < 1');
    control.say(1, chat.ada.id, 'tock & tick');
    const search = async (text: string): Promise<number[]> =>
      idsOf((await chat.visitor().get(`/search?q=${encodeURIComponent(text)}`)).text);
    expect(await search('"tick & tock"')).toEqual([id]);
    expect(await search('< 1')).toEqual([id]);
    expect(await search('amp')).toEqual([]);
  });

  test('can be limited to a room, to somebody, or to both', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const here = control.say(1, chat.ada.id, 'escapement');
    const there = control.say(12, chat.ada.id, 'escapement');
    const other = control.say(12, chat.ravi.id, 'escapement');
    const search = async (query: string): Promise<number[]> =>
      idsOf((await chat.visitor().get(`/search?q=escapement&${query}`)).text);
    expect(await search('room=12')).toEqual([other, there]);
    expect(await search(`user=${chat.ada.id}`)).toEqual([there, here]);
    expect(await search(`user=${chat.ada.id}&room=1`)).toEqual([here]);
    const all = (await chat.visitor().get(`/search?q=&user=${chat.ravi.id}&room=1`)).text;
    expect(idsOf(all)).toEqual(
      control
        .messages(1)
        .filter(({ userId }) => userId === chat.ravi.id)
        .map(({ id }) => id)
        .toReversed(),
    );
  });

  test('leaves out what was removed', async () => {
    const chat = await startChat();
    expect(idsOf((await chat.visitor().get('/search?q=asdfgh')).text)).toEqual([]);
  });

  test('comes in pages, and a pager leads to the others', async () => {
    const chat = await startChat();
    const ids = Array.from({ length: 5 }, () =>
      chat.emulator.control.say(1, chat.ada.id, 'verge'),
    ).toReversed();
    const browser = chat.visitor();
    const first = (await browser.get('/search?q=verge&pagesize=2')).text;
    expect(idsOf(first)).toEqual(ids.slice(0, 2));
    expect(first).toContain('<span class="page-numbers current">1</span>');
    expect(first).toMatch(
      /<a href="\?q=verge&amp;pagesize=2&amp;page=2" title="go to page 2" rel="next"\s*><span class="page-numbers next"> next<\/span>/,
    );
    expect(idsOf((await browser.get('/search?q=verge&pagesize=2&page=3')).text)).toEqual(ids.slice(4));
    expect(idsOf((await browser.get('/search?q=verge&pagesize=2&page=4')).text)).toEqual([]);
    expect((await browser.get('/search?q=verge')).text).not.toContain('class="pager');
  });

  test('can be ordered by stars, and by how well it fits', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const long = control.say(1, chat.ada.id, 'this is where one speaks of fusees at some length');
    const short = control.say(1, chat.ada.id, 'this is a fusee');
    const starred = control.messages(1).find(({ stars }) => stars === 3);
    const browser = chat.visitor();
    expect(idsOf((await browser.get('/search?q=fusee&sort=relevance')).text)).toEqual([short, long]);
    expect(idsOf((await browser.get('/search?q=e&room=1&sort=stars')).text)[0]).toBe(starred?.id);
  });

  test('for nothing shows a form', async () => {
    const chat = await startChat();
    const page = (await chat.visitor().get('/search')).text;
    expect(page).toContain('<form method="get" action="/search">');
    expect(idsOf(page)).toEqual([]);
  });
});

describe('the list of starred messages', () => {
  const entriesOf = (list: string): string[] =>
    [...list.matchAll(/<li id="summary_(\d+)">/g)].map(([, id = '']) => id);

  test('is a piece of a page: what is pinned first, with who said it and how long ago', async () => {
    const chat = await startChat();
    const starred = chat.emulator.control.messages(1).filter(({ stars }) => stars > 0);
    const list = (await (await chat.loggedIn(chat.ada)).get('/chats/stars/1?count=0')).text;
    expect(list.trim()).toMatch(/^<li id="summary_\d+">[^]*<\/li>$/);
    // The oldest of them is the one that is pinned.
    expect(entriesOf(list)).toEqual(starred.map(({ id }) => String(id)));
    expect(list).toContain('class="stars vote-count-container owner-star user-star"');
    expect(list).toContain(`href="/transcript/message/${starred[0]?.id}#${starred[0]?.id}"`);
    expect(list).toContain('Welcome! Read the guidelines first, then play.');
    expect(list).toContain('<span class="relativetime">2d</span>');
    expect(list).not.toContain('quick-unstar');
  });

  test('can be cut', async () => {
    const chat = await startChat();
    const list = (await chat.visitor().get('/chats/stars/1?count=1')).text;
    expect(entriesOf(list)).toHaveLength(1);
    expect((await chat.visitor().get('/chats/stars/999')).status).toBe(404);
  });
});
