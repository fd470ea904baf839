import { describe, expect, test } from 'vitest';
import { listen } from './listener.js';
import { shownIdentity, startChat, valueOfField } from './support.js';

/** The text between the tags of the first element with this in its opening tag. */
const textAt = (page: string, mark: string): string | undefined =>
  new RegExp(`<[^>]*${mark}[^>]*>([^<]*)<`).exec(page)?.[1]?.trim();

describe('the room page', () => {
  test('lists who is there in an attribute, as JSON', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    await listen(chat, browser);
    const page = (await browser.get('/rooms/1/sandbox')).text;
    const [, attribute = ''] = /class="js-present" data-users="([^"]*)"/.exec(page) ?? [];
    const users = JSON.parse(attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Record<
      string,
      unknown
    >[];
    expect(users.map(({ name }) => name)).toEqual(['Ilse de Haan', 'Tomasz Wójcik', 'Kestrel', 'Ada Brook']);
    expect(users[0]).toEqual({
      id: expect.any(Number) as unknown,
      name: 'Ilse de Haan',
      email_hash: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      reputation: 15_026,
      last_post: expect.any(Number) as unknown,
      is_moderator: true,
      is_owner: true,
    });
  });

  test('lists them in a script, as it did before November 2020', async () => {
    const chat = await startChat({ presence: 'script' });
    const page = (await chat.visitor().get('/rooms/1')).text;
    expect(page).not.toContain('js-present');
    expect(page).toMatch(
      /CHAT\.RoomUsers\.initPresent\(\[\s*\{id: \d+, name: \("Ilse de Haan"\), email_hash: \("[0-9a-f]{32}"\), reputation: 15026,/,
    );
  });

  test('tells its reader who they are, and what the room is', async () => {
    const chat = await startChat();
    const page = (await (await chat.loggedIn(chat.ada)).get('/rooms/44')).text;
    expect(page).toMatch(
      new RegExp(String.raw`StartChat\([^]*\},\s*${chat.ada.id},\s*\{\s*id: 44,[^}]*frozen: true`),
    );
    expect(textAt(page, 'id="roomname"')).toBe('Sundials');
  });

  test('has no input where one may only read', async () => {
    const chat = await startChat();
    const page = (await (await chat.loggedIn(chat.ada)).get('/rooms/27')).text;
    expect(page).toContain('sprite-sec-gallery');
    expect(page).not.toContain('id="input"');
    expect(page).toContain('action="/rooms/requestaccess"');
    expect((await chat.visitor().get('/rooms/1')).text).not.toContain('id="active-user"');
  });

  test('lists the other rooms that one is in', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    await listen(chat, browser, { roomId: 12 });
    expect((await browser.get('/rooms/1')).text).toContain('<li id="room-12">');
  });
});

describe('other pages', () => {
  test('the front page and the page for joining show who one is, and the same fkey', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    expect(await browser.fkey('/')).toBe(await browser.fkey());
    expect(await browser.fkey()).toMatch(/^[0-9a-f]{32}$/);
    expect(shownIdentity((await browser.get('/chats/join/favorite')).text)).toBe('Ada Brook');
  });

  test('a strange room is not found, and a private one says so', async () => {
    const chat = await startChat();
    const missing = await chat.visitor().get('/rooms/999');
    expect(missing.status).toBe(404);
    expect(missing.text).toContain('<title>Page Not Found | chat.stackexchange.com</title>');
    const closed = await chat.visitor().get('/rooms/31');
    expect(closed.status).toBe(200);
    expect(closed.text).toContain('<title>Access Denied | chat.stackexchange.com</title>');
    expect(closed.text).toContain('<h2>Private Room</h2>');
  });

  test('the page about a room counts and names', async () => {
    const chat = await startChat();
    const page = (await chat.visitor().get('/rooms/info/12/the-clock-tower?tab=general')).text;
    expect(textAt(page, 'class="room-message-count-xxl"')).toBe('3');
    expect(textAt(page, 'class="room-user-count-xxl"')).toBe('2');
    expect(page).toMatch(
      /<p>\s*Everything that ticks\. <a href="[^"]*" rel="[^"]*">Rules<\/a> &amp; tea\.\s*<\/p>/,
    );
    expect(page).toContain('title="Meta Stack Exchange"');
    const elsewhere = (await chat.visitor('chat.stackoverflow.com').get('/rooms/info/12')).text;
    expect(elsewhere).not.toContain('small-site-logo');
  });

  test('the page about a room knows how much is said, and when last', async () => {
    const chat = await startChat();
    await chat.clock.advance(24 * 3_600_000);
    const control = chat.emulator.control;
    for (let number = 0; number < 3; number += 1) control.say(1, chat.ada.id, 'tick');
    await chat.clock.advance(60_000);
    const page = (await chat.visitor().get('/rooms/info/1')).text;
    const counts = [
      ...page.matchAll(/<div class="stats-count">(\d+)<\/div>\s*<div class="stats-timeframe">([^<]*)</g),
    ];
    // It is a Tuesday; what came before Sunday was in the week before.
    expect(counts.map(([, count, timeframe]) => `${count} ${timeframe}`)).toEqual([
      '3 today',
      '5 yesterday',
      '3 per day',
      '8 this week',
      '4 last week',
      '12 per week',
    ]);
    expect(page).toContain('<td>1 minute ago</td>');
  });

  test('a profile speaks of times in words, and escapes what people wrote', async () => {
    const chat = await startChat();
    const users = [...(await chat.visitor().get('/rooms/1')).text.matchAll(/&quot;id&quot;:(\d+)/g)].map(
      ([, id]) => id,
    );
    const page = (await chat.visitor().get(`/users/${users[0]}`)).text;
    expect(textAt(page, 'class="user-status"')).toBe('Ilse de Haan ♦');
    expect(page).toMatch(/chat user since<\/td>\s*<td class="user-valuecell">\d{4}-\d\d-\d\d</);
    expect(page).toMatch(/last seen<\/td>\s*<td class="user-valuecell">2m ago</);
    expect(page).toContain('I&#39;m here to help &lt;b&gt;politely&lt;/b&gt;.');
    expect(page).toContain('id="user-owningcards"');
    expect((await chat.visitor().get('/users/5')).status).toBe(404);
  });

  test('a profile has forms for what one can do about somebody else', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const actionsFor = async (id: number): Promise<unknown[]> => {
      const page = (await ada.get(`/users/${id}`)).text;
      return [...page.matchAll(/<form method="post" action="([^"]+)"/g)].map(([, action]) => action);
    };
    expect(await actionsFor(chat.ada.id)).toEqual([]);
    expect(await actionsFor(chat.ravi.id)).toEqual(['/rooms/pairoff', '/users/ignorelist/add']);
    await ada.post('/chats/join/favorite', { quiet: 'true', immediate: 'true' });
    expect(await actionsFor(chat.ravi.id)).toContain('/users/invite');
    const [, invitation = ''] = (await ada.get(`/users/${chat.ravi.id}`)).text.split('"/users/invite"');
    expect(valueOfField(invitation, 'UserId')).toBe(String(chat.ravi.id));
    expect(invitation).toMatch(/<select name="RoomId">\s*<option value="1">Sandbox/);
  });

  test('who belongs to no site has neither reputation nor parent', async () => {
    const chat = await startChat();
    const users = [...(await chat.visitor().get('/rooms/1')).text.matchAll(/&quot;id&quot;:(\d+)/g)].map(
      ([, id]) => id,
    );
    const page = (await chat.visitor().get(`/users/${users[2]}`)).text;
    expect(textAt(page, 'class="user-status"')).toBe('Kestrel');
    expect(page).not.toContain('parent user');
    expect(page.split('id="user-roomcards"')[0]).not.toContain('reputation-score');
  });

  test('the history of a message goes from now back to the beginning', async () => {
    const chat = await startChat();
    const edited = chat.emulator.control.messages(12).find(({ edits }) => edits === 1);
    const page = (await chat.visitor().get(`/messages/${edited?.id}/history`)).text;
    const sources = [...page.matchAll(/<b>(\w+):<\/b> <span class="message-source">([^<]*)<\/span>/g)];
    expect(sources.map(([, what, source]) => [what, source])).toEqual([
      ['edited', 'Twice. Mind the mainspring: it *will* jump.'],
      ['said', 'Twice. Mind the spring: it *will* jump.'],
    ]);
    expect(page).toContain('<div class="content">Twice. Mind the mainspring: it <i>will</i> jump.</div>');
    expect(page).toContain('action-link edits');
  });

  test('a pinned message names who pinned it', async () => {
    const chat = await startChat();
    const pinned = chat.emulator.control.messages(1).find(({ stars }) => stars === 3);
    const page = (await chat.visitor().get(`/messages/${pinned?.id}/history`)).text;
    expect(page).toMatch(/<p>\s*<span class="stars owner-star[^]*Ilse de Haan ♦<\/a>\s*<\/p>/);
    expect(textAt(page, 'class="times"')).toBe('3');
  });

  test('a removed message shows itself to its author only', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const id = chat.emulator.control.say(1, chat.ada.id, 'oops');
    await browser.post(`/messages/${id}/delete`);
    const own = await browser.get(`/messages/${id}/history`);
    expect(own.text).toContain('<h2>Message deletion history</h2>');
    expect(own.text).toContain('<b>deleted</b>');
    expect((await chat.visitor().get(`/messages/${id}/history`)).status).toBe(404);
    expect((await chat.visitor().get(`/message/${id}?plain=true`)).status).toBe(404);
  });

  test('a message can be read rendered, and as it was written', async () => {
    const chat = await startChat();
    const id = chat.emulator.control.say(1, chat.ada.id, '**a** & b');
    expect((await chat.visitor().get(`/message/${id}`)).text).toBe('<b>a</b> &amp; b');
    expect((await chat.visitor().get(`/message/${id}?plain=true`)).text).toBe('**a** & b');
    expect((await chat.visitor().get(`/messages/1/${id}`)).text).toBe('**a** &amp; b');
  });
});
