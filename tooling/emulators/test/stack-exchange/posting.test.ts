import { describe, expect, test } from 'vitest';
import { type Answer, type Browser, type Chat, startChat } from './support.js';

const post = (
  chat: Chat,
  browser: Browser,
  text: string,
  more: Record<string, number> = {},
): Promise<Answer> => browser.post(`/chats/${chat.roomId}/messages/new`, { text, ...more });

const idOf = ({ json }: Answer): number => (json as { id: number }).id;

describe('posting', () => {
  test('gives id and time, and the message is there', async () => {
    const chat = await startChat();
    const answer = await post(chat, await chat.loggedIn(chat.ada), 'tea & <cake>');
    expect(answer.text).toMatch(/^\{"id":\d+,"time":\d+\}$/);
    expect(chat.emulator.control.messages(chat.roomId).at(-1)).toMatchObject({
      id: idOf(answer),
      userId: chat.ada.id,
      source: 'tea & <cake>',
      html: 'tea &amp; &lt;cake&gt;',
    });
  });

  test('the same text twice is swallowed without a word', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    await post(chat, browser, 'again');
    expect((await post(chat, browser, 'again')).text).toBe('{"id":null,"time":null}');
    const texts = chat.emulator.control.messages(chat.roomId).map(({ source }) => source);
    expect(texts.filter((text) => text === 'again')).toHaveLength(1);
    await chat.clock.advance(5 * 60_000);
    expect((await post(chat, browser, 'again')).json).toMatchObject({ id: expect.any(Number) as unknown });
  });

  test.each([
    ['a line of 500', 'x'.repeat(500), 200],
    ['a line of 501', 'x'.repeat(501), 409],
    ['lines of 10,000 together', `${'x'.repeat(4_999)}\n${'x'.repeat(5_000)}`, 200],
    ['lines of 10,001 together', `${'x'.repeat(5_000)}\n${'x'.repeat(5_000)}`, 409],
    ['nothing', ' ', 409],
  ])('%s', async (_what, text, status) => {
    const chat = await startChat();
    const answer = await post(chat, await chat.loggedIn(chat.ada), text);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('chat')).toBe(status === 409 ? 'error' : null);
  });

  test('in old times, what was too long got an error page', async () => {
    const chat = await startChat({ tooLong: 'error page' });
    const answer = await post(chat, await chat.loggedIn(chat.ada), 'x'.repeat(501));
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  test('a room that does not exist is a page that does not exist', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const answer = await browser.post('/chats/999/messages/new', { text: 'hello' });
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('<title>Page Not Found | chat.stackexchange.com</title>');
  });

  test.each([
    [27, 404, 'The room does not exist, or you do not have permission'],
    [31, 404, 'The room does not exist, or you do not have permission'],
    [44, 409, 'The room has been frozen; new messages cannot be added'],
  ])('room %i refuses with %i and a sentence', async (room, status, sentence) => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const answer = await browser.post(`/chats/${room}/messages/new`, { text: 'hello' });
    expect(answer).toMatchObject({ status, text: sentence });
    expect(answer.headers.get('chat')).toBe('error');
  });

  test('a room can freeze under those who are in it, and thaw', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    chat.emulator.control.freeze(chat.roomId);
    expect((await post(chat, browser, 'brr')).status).toBe(409);
    chat.emulator.control.freeze(chat.roomId, false);
    expect((await post(chat, browser, 'brr')).status).toBe(200);
  });

  test('of many reasons to refuse, the first of the service is given', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const browser = await chat.loggedIn(chat.ravi);
    const long = 'x'.repeat(501);
    await post(chat, browser, 'again');
    control.refuseNextPosts(9, Infinity);
    const said = async (text: string): Promise<string> => (await post(chat, browser, text)).text;
    control.setReputation(chat.ravi.id, 0);
    control.freeze(chat.roomId);
    control.timeout(chat.roomId, 60_000, 'quiet');
    control.setAccess(chat.roomId, chat.ravi.id, 'read-only');
    control.ban(chat.ravi.id, 60_000);
    expect(await said(long)).toBe('Your account is blocked, ending in 60 seconds');
    control.ban(chat.ravi.id, 0);
    expect(await said(long)).toBe('The room does not exist, or you do not have permission');
    control.setAccess(chat.roomId, chat.ravi.id, 'default');
    expect(await said(long)).toBe('The room is in timeout, ending in 60 seconds');
    control.timeout(chat.roomId, 0);
    expect(await said(long)).toBe('The room has been frozen; new messages cannot be added');
    control.freeze(chat.roomId, false);
    expect(await said(long)).toBe('You need 1 reputation point to talk here');
    control.setReputation(chat.ravi.id, 1);
    expect(await said(' ')).toBe('The message is empty');
    expect(await said(long)).toBe('The message is too long');
    expect(await said('again')).toBe('{"id":null,"time":null}');
    expect(await said('new')).toBe('You can perform this action again in 9 seconds.');
  });

  test('nobody posts without an account', async () => {
    const chat = await startChat();
    expect((await post(chat, chat.visitor(), 'hello')).status).toBe(404);
  });

  test('a body that is no form has no fkey', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const response = await fetch(`${chat.emulator.url}/ws-auth`, {
      method: 'POST',
      headers: { cookie: `acct=${browser.cookies.get('acct') ?? ''}`, 'content-type': 'text/plain' },
      body: `fkey=${await browser.fkey()}&roomid=1`,
    });
    expect(response.status).toBe(404);
  });
});

describe('the throttle', () => {
  test('lets two through, then makes everybody wait, longer each time', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    expect((await post(chat, browser, '1')).status).toBe(200);
    expect((await post(chat, browser, '2')).status).toBe(200);
    const third = await post(chat, browser, '3');
    expect(third).toMatchObject({ status: 409, text: 'You can perform this action again in 2 seconds.' });
    expect(third.headers.get('chat')).toBe('error');
    await chat.clock.advance(1_000);
    expect((await post(chat, browser, '3')).text).toBe('You can perform this action again in 1 second.');
    await chat.clock.advance(1_000);
    expect((await post(chat, browser, '3')).status).toBe(200);
    expect((await post(chat, browser, '4')).text).toBe('You can perform this action again in 4 seconds.');
    await chat.clock.advance(5 * 60_000);
    expect((await post(chat, browser, '4')).status).toBe(200);
  });

  test('asks for more each time when somebody posts right after each wait', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const waits: number[] = [];
    for (let number = 0; waits.length < 8; number += 1) {
      const answer = await post(chat, browser, `${number}`);
      const seconds = Number(/again in (\d+) second/.exec(answer.text)?.[1] ?? 0);
      if (seconds > 0) waits.push(seconds);
      await chat.clock.advance(seconds * 1_000);
    }
    // What was refused does not count: a gap of 4.82 ln n − 1.88 seconds after n posts.
    expect(waits).toEqual([2, 4, 5, 6, 7, 8, 9, 9]);
  });

  test('counts one user in all rooms together, and each user alone', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    await browser.post('/chats/1/messages/new', { text: '1' });
    await browser.post('/chats/12/messages/new', { text: '2' });
    expect((await browser.post('/chats/12/messages/new', { text: '3' })).status).toBe(409);
    expect((await post(chat, await chat.loggedIn(chat.ravi), 'hello')).status).toBe(200);
  });

  test('can be switched off, forced, and replaced', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const browser = await chat.loggedIn(chat.ada);
    control.throttle(false);
    for (const text of ['1', '2', '3', '4', '5']) expect((await post(chat, browser, text)).status).toBe(200);
    control.refuseNextPosts(7, 2);
    for (const text of ['6', '6']) {
      expect((await post(chat, browser, text)).text).toBe('You can perform this action again in 7 seconds.');
    }
    expect((await post(chat, browser, '6')).status).toBe(200);
    control.throttle({ gapSeconds: () => 30 });
    expect((await post(chat, browser, '7')).text).toContain('again in 30 seconds');
  });
});

describe('changing a message', () => {
  test('an edit within two minutes is ok', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const id = idOf(await post(chat, browser, 'frist'));
    await chat.clock.advance(120_000);
    const answer = await browser.post(`/messages/${id}`, { text: '*first*' });
    expect(answer.text).toBe('"ok"');
    expect(chat.emulator.control.messages(chat.roomId).at(-1)).toMatchObject({
      html: '<i>first</i>',
      edits: 1,
    });
  });

  test('later it is too late, and what belongs to others is never touched', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const ravi = await chat.loggedIn(chat.ravi);
    const id = idOf(await post(chat, ada, 'mine'));
    expect((await ravi.post(`/messages/${id}`, { text: 'ours' })).text).toBe(
      'You can only edit your own messages',
    );
    expect((await ravi.post(`/messages/${id}/delete`)).text).toBe('You can only delete your own messages');
    await chat.clock.advance(120_001);
    const edit = await ada.post(`/messages/${id}`, { text: 'ours' });
    expect(edit).toMatchObject({ status: 409, text: 'It is too late to edit this message' });
    expect((await ada.post(`/messages/${id}/delete`)).text).toBe('It is too late to delete this message');
  });

  test('what was removed stays removed', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const id = idOf(await post(chat, browser, 'oops'));
    expect((await browser.post(`/messages/${id}/delete`)).text).toBe('"ok"');
    expect((await browser.post(`/messages/${id}/delete`)).text).toBe(
      'This message has already been deleted.',
    );
    expect((await browser.post(`/messages/${id}`, { text: 'back' })).text).toBe(
      'This message has already been deleted and cannot be edited',
    );
    expect(chat.emulator.control.messages(chat.roomId).at(-1)).toMatchObject({ id, isDeleted: true });
  });

  test('an id that never was leads to the error page', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const answer = await browser.post('/messages/1', { text: 'hello' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/error?aspxerrorpath=/messages/1');
    expect((await browser.get('/error?aspxerrorpath=/messages/1')).text).toContain('Oops!');
  });
});
