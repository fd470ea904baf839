import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Chat, startChat } from './support.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const fixture = fileURLToPath(
  new URL('../../../../../shared/fixtures/chatexchange/samliew/transcript.html', import.meta.url),
);

/** The ids of the messages on a page, by group. */
const groupsOf = (page: string): string[][] =>
  page
    .split(/<div class="monologue/)
    .slice(1)
    .map((group) => [...group.matchAll(/id="message-(\d+)"/g)].map(([, id = '']) => id));

const idsOf = (page: string): number[] => groupsOf(page).flat().map(Number);

const timesOf = (page: string): (string | undefined)[] =>
  page
    .split(/<div class="monologue/)
    .slice(1)
    .map((group) => /<div class="timestamp">([^<]*)</.exec(group)?.[1]);

/** The content of a message as a transcript shows it. */
const contentOf = (page: string, id: number): string | undefined =>
  new RegExp(`id="message-${id}"[^]*?<div class="content">([^]*?)</div>\\s*<span class="flash">`).exec(
    page,
  )?.[1];

const attributeOf = (page: string, tag: RegExp, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag.exec(page)?.[0] ?? '')?.[1];

/** Talk at chosen times, in a room where nobody else speaks. Every entry is a speaker and the minutes that passed before. */
async function say(
  chat: Chat,
  lines: readonly (readonly ['ada' | 'ravi', number, string?])[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const [who, minutes, text = 'hello'] of lines) {
    await chat.clock.advance(minutes * minute);
    ids.push(chat.emulator.control.say(1, chat[who].id, text));
  }
  return ids;
}

describe('a transcript', () => {
  test('shows the last day on which something was said, and names it', async () => {
    const chat = await startChat();
    await chat.clock.advance(3 * day);
    const page = (await chat.visitor().get('/transcript/1')).text;
    expect(page).toContain('<title>Sandbox - 2026-01-05</title>');
    expect(attributeOf(page, /<link rel="canonical"[^>]*>/, 'href')).toBe('/transcript/1/2026/1/5/7-9');
    expect(idsOf(page)).toEqual(
      chat.emulator.control
        .messages(1)
        .filter(({ postedAt }) => postedAt > Date.UTC(2026, 0, 5))
        .map(({ id }) => id),
    );
  });

  test('can be walked through from the last day to the first', async () => {
    const chat = await startChat();
    const browser = chat.visitor();
    const page = (await browser.get('/transcript/1')).text;
    const back = attributeOf(page, /<a [^>]*rel="prev"[^>]*>/, 'href') ?? '';
    expect(back).toBe('/transcript/1/2026/1/3');
    expect(page).toContain('&laquo; first day (2 days earlier)</a>');
    expect(page).not.toContain('rel="next"');
    const earlier = (await browser.get(back)).text;
    expect(attributeOf(earlier, /<a [^>]*rel="next"[^>]*>/, 'href')).toBe('/transcript/1/2026/1/5');
    expect(attributeOf(earlier, /<link [^>]*rel="next"[^>]*>/, 'title')).toBe('2026-01-05');
    expect(earlier).toContain('last day (2 days later) &raquo;</a>');
    expect(earlier).not.toContain('rel="prev"');
  });

  test('shows certain hours, to the end of the last of them', async () => {
    const chat = await startChat();
    const [atHalfPastNine, atTen] = await say(chat, [
      ['ada', 30],
      ['ada', 30],
    ]);
    const browser = chat.visitor();
    expect(idsOf((await browser.get('/transcript/1/2026/1/5/9-10')).text)).toEqual([atHalfPastNine]);
    expect(idsOf((await browser.get('/transcript/1/2026/1/5/10-24')).text)).toEqual([atTen]);
    const whole = (await browser.get('/transcript/1/2026/1/5/0-24')).text;
    expect(idsOf(whole)).toEqual(expect.arrayContaining([atHalfPastNine, atTen]));
    expect(attributeOf(whole, /<link rel="canonical"[^>]*>/, 'href')).toBe('/transcript/1/2026/1/5/0-24');
  });

  test('of a day without a word is empty, and knows the way to the others', async () => {
    const chat = await startChat();
    const { status, text } = await chat.visitor().get('/transcript/1/2026/1/4');
    expect(status).toBe(200);
    expect(idsOf(text)).toEqual([]);
    expect(attributeOf(text, /<a [^>]*rel="prev"[^>]*>/, 'href')).toBe('/transcript/1/2026/1/3');
    expect(attributeOf(text, /<a [^>]*rel="next"[^>]*>/, 'href')).toBe('/transcript/1/2026/1/5');
  });

  test.each([
    '/transcript/999',
    '/transcript/1/2026/13/1',
    '/transcript/1/2026/2/30',
    '/transcript/1/2026/1/5/9-9',
    '/transcript/1/2026/1/5/9-25',
    '/transcript/1/2026/1/5/night',
    '/transcript/message/5',
    '/transcript/1?m=5',
  ])('%s is not found', async (path) => {
    const chat = await startChat();
    expect((await chat.visitor().get(path)).status).toBe(404);
  });

  test('of a private room is for those who may enter', async () => {
    const chat = await startChat();
    const [message] = chat.emulator.control.messages(31);
    for (const path of ['/transcript/31', `/transcript/message/${message?.id}`]) {
      expect((await chat.visitor().get(path)).text).toContain('<h2>Private Room</h2>');
    }
  });

  test('tells the script of the page who reads it', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    expect((await browser.get('/transcript/27')).text).toContain(
      `initTranscript(false, ${chat.ada.id}, false, true, 27, false);`,
    );
    expect((await chat.visitor().get('/transcript/1')).text).toContain(
      'initTranscript(false, 0, false, false, 1, false);',
    );
  });
});

describe('a large day', () => {
  const busy = async (): Promise<{ readonly chat: Chat; readonly ids: readonly number[] }> => {
    const chat = await startChat({ transcriptPageSize: 4 });
    await chat.clock.advance(day);
    const ids = await say(chat, [
      ['ada', 0],
      ['ada', 1],
      ['ada', 60],
      ['ada', 1],
      ['ada', 60],
      ['ada', 60],
    ]);
    return { chat, ids };
  };

  test('comes in parts of whole hours, of which a pager tells', async () => {
    const { chat, ids } = await busy();
    const browser = chat.visitor();
    const first = (await browser.get('/transcript/1/2026/1/6')).text;
    expect(idsOf(first)).toEqual(ids.slice(0, 4));
    expect(first).toContain('<span class="page-numbers current">00:00 - 11:00</span>');
    expect(first).toContain(
      '<a href="/transcript/1/2026/1/6/11-24"><span class="page-numbers">11:00 - 24:00</span></a>',
    );
    expect(idsOf((await browser.get('/transcript/1/2026/1/6/11-24')).text)).toEqual(ids.slice(4));
  });

  test('is shown from its last part when nothing else is asked for', async () => {
    const { chat, ids } = await busy();
    expect(idsOf((await chat.visitor().get('/transcript/1')).text)).toEqual(ids.slice(4));
  });

  test('has no pager when it is small', async () => {
    const chat = await startChat();
    expect((await chat.visitor().get('/transcript/1')).text).not.toContain('class="pager"');
  });
});

describe('a message', () => {
  test('is found in the part of its day, and pointed out', async () => {
    const chat = await startChat();
    const [, , message] = chat.emulator.control.messages(1);
    const page = (await chat.visitor().get(`/transcript/message/${message?.id}`)).text;
    expect(page).toContain('<title>Sandbox - 2026-01-03</title>');
    expect([...page.matchAll(/<div class="message[^"]* highlight" id="message-(\d+)"/g)]).toMatchObject([
      { 1: String(message?.id) },
    ]);
  });

  test('is led to by the permalinks of pages', async () => {
    const chat = await startChat();
    const [message] = chat.emulator.control.messages(1);
    const answer = await chat.visitor().get(`/transcript/1?m=${message?.id}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`/transcript/1/2026/1/3/7-9#${message?.id}`);
  });

  test('that was removed leaves its place', async () => {
    const chat = await startChat();
    const removed = chat.emulator.control.messages(1).find(({ isDeleted }) => isDeleted);
    const page = (await chat.visitor().get(`/transcript/message/${removed?.id}`)).text;
    expect(contentOf(page, removed?.id ?? 0)).toBe('<span class="deleted">(removed)</span>');
  });

  test('that was edited says so', async () => {
    const chat = await startChat();
    const page = (await chat.visitor().get('/transcript/12')).text;
    expect([...page.matchAll(/class="action-link edits"/g)]).toHaveLength(1);
  });

  test('shows its stars, pinned or not, and no number for one', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const page = (await browser.get('/transcript/1/2026/1/3')).text;
    expect(page).toMatch(
      /<span class="stars vote-count-container owner-star user-star"\s*><span class="img vote"><\/span><span class="times">3<\/span>/,
    );
    expect((await browser.get('/transcript/1')).text).toMatch(
      /<span class="stars vote-count-container"\s*><span class="img vote"><\/span><span class="times"><\/span>/,
    );
  });

  test.each([
    ['starred by others', ['ada'], [], 'stars vote-count-container'],
    ['starred by the reader', ['tomasz'], [], 'stars vote-count-container user-star'],
    ['pinned by another', [], ['ilse'], 'stars vote-count-container owner-star'],
    [
      'pinned by the reader',
      [],
      ['tomasz'],
      'stars vote-count-container owner-star user-star user-owner-star',
    ],
  ] as const)('%s shows it by its classes', async (_how, starredBy, pinnedBy, classes) => {
    const chat = await startChat();
    const id = chat.emulator.control.say(1, chat.ravi.id, 'hello');
    for (const name of starredBy) await (await chat.loggedIn(chat[name])).post(`/messages/${id}/star`);
    for (const name of pinnedBy) await (await chat.loggedIn(chat[name])).post(`/messages/${id}/owner-star`);
    const page = (await (await chat.loggedIn(chat.tomasz)).get('/transcript/1')).text;
    const [, message = ''] = page.split(`id="message-${id}"`);
    expect(/<span class="(stars[^"]*)"/.exec(message)?.[1]).toBe(classes);
  });

  test('has links in place of bare addresses, which the feed does not have', async () => {
    const chat = await startChat();
    const id = chat.emulator.control.say(1, chat.ada.id, 'see https://www.example.com/a.');
    expect(contentOf((await chat.visitor().get('/transcript/1')).text, id)).toBe(
      'see <a href="https://www.example.com/a" rel="nofollow noopener noreferrer">example.com/a</a>.',
    );
    expect(chat.emulator.control.events(1).at(-1)?.content).toBe('see https://www.example.com/a.');
  });
});

test('a message marks where it calls its reader, for that reader alone', async () => {
  const chat = await startChat();
  const id = chat.emulator.control.say(
    1,
    chat.ravi.id,
    "@AdaBrook's and @Ada, see https://x.example/@ada `@ada`",
  );
  const link = '<a href="https://x.example/@ada" rel="nofollow noopener noreferrer">x.example/@ada</a>';
  const pageOf = async (account: typeof chat.ada): Promise<string> =>
    (await (await chat.loggedIn(account)).get('/transcript/1')).text;
  expect(contentOf(await pageOf(chat.ada), id)).toBe(
    `<span class="mention">@AdaBrook</span>&#39;s and <span class="mention">@Ada</span>, see ${link} <code>@ada</code>`,
  );
  const plain = `@AdaBrook&#39;s and @Ada, see ${link} <code>@ada</code>`;
  expect(contentOf(await pageOf(chat.ravi), id)).toBe(plain);
  expect(contentOf(await pageOf(chat.tomasz), id)).toBe(plain);
});

test('who is deleted has no link, wherever their messages are shown', async () => {
  const chat = await startChat();
  const { control } = chat.emulator;
  const gone = control.addUser('Passer-by');
  const id = control.say(1, gone, 'farewell');
  const reply = control.say(1, chat.ada.id, 'who was that?', { replyTo: id });
  control.deleteUser(gone);
  const browser = chat.visitor();
  for (const path of [`/transcript/message/${id}`, `/messages/${id}/history`, '/search?q=farewell']) {
    const [, group = ''] = (await browser.get(path)).text.split(`<div class="monologue user-${gone}">`);
    expect(group).toMatch(new RegExp(`^[^]*?<div class="username">user${gone}</div>`));
  }
  const { text } = await browser.get(`/transcript/message/${reply}`);
  expect(text).toContain(`<span>@user${gone}</span>:farewell`);
});

describe('a reply', () => {
  test('shows what it answers', async () => {
    const chat = await startChat();
    const parent = chat.emulator.control.say(1, chat.ada.id, 'a *good* question');
    const id = chat.emulator.control.say(1, chat.ravi.id, 'indeed', { replyTo: parent });
    const page = (await chat.visitor().get('/transcript/1')).text;
    const [, reply = ''] = page.split(`<div class="message pid-${parent}" id="message-${id}">`);
    expect(reply).toMatch(
      new RegExp(
        String.raw`^\s*<a\s+class="[^"]*\breply-info-container reply-info\b[^"]*"\s+href="/transcript/1\?m=${parent}#${parent}"`,
      ),
    );
    expect(reply).toMatch(/<span class="replied-to[^"]*"\s*><span>@Ada Brook<\/span>:a good question<\/span/);
  });

  test('had nothing but an arrow before September 2025', async () => {
    const chat = await startChat({ replyMarkup: '2018' });
    const parent = chat.emulator.control.say(1, chat.ada.id, 'a good question');
    const id = chat.emulator.control.say(1, chat.ravi.id, 'indeed', { replyTo: parent });
    const page = (await chat.visitor().get('/transcript/1')).text;
    expect(page).toContain(`<div class="message" id="message-${id}">`);
    expect(page).toContain(`<a class="reply-info" href="/transcript/1?m=${parent}#${parent}"> </a>`);
    expect(page).not.toContain('replied-to');
  });
});

describe('groups', () => {
  test('end when somebody else speaks, or when more than ten minutes pass', async () => {
    const chat = await startChat();
    await chat.clock.advance(day);
    const ids = await say(chat, [
      ['ada', 0],
      ['ada', 10],
      ['ada', 11],
      ['ravi', 0],
    ]);
    const [first, second, third, fourth] = ids.map(String);
    const page = (await chat.visitor().get('/transcript/1')).text;
    expect(groupsOf(page)).toEqual([[first, second], [third], [fourth]]);
  });

  test('show a time a quarter of an hour after the last one, and with every sixth of them', async () => {
    const chat = await startChat();
    await chat.clock.advance(day);
    await say(chat, [
      ['ada', 0],
      ['ravi', 1],
      ['ada', 1],
      ['ravi', 1],
      ['ada', 1],
      ['ravi', 1],
      ['ada', 1],
      ['ravi', 14],
      ['ada', 1],
      ['ravi', 15],
    ]);
    expect(timesOf((await chat.visitor().get('/transcript/1')).text)).toEqual([
      '9:00 AM',
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      '9:06 AM',
      undefined,
      '9:21 AM',
      '9:36 AM',
    ]);
  });

  test('are parted by a notice when nobody spoke for more than an hour', async () => {
    const chat = await startChat();
    await chat.clock.advance(day);
    await say(chat, [
      ['ada', 0],
      ['ada', 60],
      ['ada', 61],
      ['ada', 400],
    ]);
    const page = (await chat.visitor().get('/transcript/1')).text;
    expect([...page.matchAll(/<div class="system-message">([^<]*)</g)].map(([, text]) => text)).toEqual([
      '1 hour later&hellip;',
      '6 hours later&hellip;',
    ]);
  });

  test.skipIf(!existsSync(fixture))('are written as the service writes them', async () => {
    const chat = await startChat({ replyMarkup: '2018' });
    await chat.clock.advance(day);
    await say(chat, [
      ['ravi', 0],
      ['ada', 0],
      ['ada', 120],
    ]);
    chat.emulator.control.say(1, chat.ravi.id, 'yes', {
      replyTo: chat.emulator.control.messages(1).at(-1)?.id ?? 0,
    });
    const ours = (await (await chat.loggedIn(chat.ada)).get('/transcript/1')).text;
    const theirs = readFileSync(fixture, 'utf8');
    const [withTime, plain, afterPause, reply] = skeletonsOf(ours);
    const captured = skeletonsOf(theirs);
    expect(captured).toContain(withTime);
    expect(captured).toContain(plain);
    const noticesOf = (skeletons: readonly (string | undefined)[]): (string | undefined)[] =>
      skeletons
        .filter((one) => one?.includes('system-message'))
        .map((one) => one?.split(' div.monologue')[0]);
    expect(noticesOf(captured)).toHaveLength(2);
    expect(noticesOf(captured)).toContain(noticesOf([afterPause])[0]);
    expect(captured).toContain(reply);
    expect(reply).toContain('a.reply-info');
  });
});

/** What each group is made of, down to the first message: elements with their classes, in order. The notice before it counts. */
function skeletonsOf(page: string): string[] {
  const [, body = ''] = page.split('<div id="transcript">');
  const [groups = ''] = body.split('<div id="sidebar">');
  return groups.split(/<div class="clear-both" style="height:0">/).map((group) =>
    [...group.matchAll(/<(\w+)[^>]*?(?:\sclass="([^"]*)")?(?=[\s>])[^>]*>/g)]
      .map(([tag, name = '']) => {
        const classes = /\sclass="([^"]*)"/.exec(tag)?.[1] ?? '';
        const known = classes
          .split(/\s+/)
          .filter((one) => one !== '' && one !== 'highlight' && one !== 'mine');
        return [name, ...known.map((one) => one.replace(/\d+$/, 'N'))].join('.');
      })
      .join(' '),
  );
}
