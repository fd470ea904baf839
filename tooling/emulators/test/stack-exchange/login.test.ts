import { describe, expect, test } from 'vitest';
import { shownIdentity, startChat, valueOfField } from './support.js';

describe('logging in', () => {
  test('the form holds an fkey of its own, and the fields of the service in their order', async () => {
    const { text } = await (await startChat()).visitor().get('/users/login');
    const form = text.slice(text.indexOf('id="login-form"'));
    expect(valueOfField(form, 'fkey')).toMatch(/^[0-9a-f]{64}$/);
    expect([...form.matchAll(/<input[^>]* name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'fkey',
      'ssrc',
      'email',
      'password',
      'submit-button',
      'oauth_version',
      'oauth_server',
    ]);
  });

  test('the right password leads back, with a cookie that lasts half a year', async () => {
    const chat = await startChat();
    const browser = chat.visitor();
    const answer = await browser.logIn(chat.ada);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/');
    expect(browser.cookies.get('acct')).toMatch(/^t=\w+%2b\w+%3d&s=\w+$/);
    expect(browser.setCookies.find((line) => line.startsWith('acct='))).toMatch(
      /; max-age=15552000; path=\/; HttpOnly$/,
    );
    expect((await browser.get('/')).text).toMatch(
      new RegExp(`<a href="/users/${chat.ada.id}/ada-brook" title="Ada Brook"[^>]*>Ada Brook</a>`),
    );
  });

  test('a cookie that was encoded on its way is worth nothing', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    browser.cookies.set('acct', encodeURIComponent(browser.cookies.get('acct') ?? ''));
    expect(shownIdentity((await browser.get('/')).text)).toBeUndefined();
  });

  test('the cookie alone makes a login, in whatever browser', async () => {
    const chat = await startChat();
    const first = await chat.loggedIn(chat.ada);
    const second = chat.visitor();
    second.cookies.set('acct', first.cookies.get('acct') ?? '');
    expect(shownIdentity((await second.get('/')).text)).toBe('Ada Brook');
  });

  test('a wrong password gets the form again, with a notice and no cookie', async () => {
    const chat = await startChat();
    const browser = chat.visitor();
    const answer = await browser.logIn({ email: chat.ada.email, password: '<wrong>' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('The email or password is incorrect.');
    expect(answer.text).toMatch(/class="[^"]*js-error-message/);
    expect(answer.text).toContain('id="login-form"');
    expect(browser.cookies.has('acct')).toBe(false);
  });

  test('a form without the right fkey leads nowhere', async () => {
    const chat = await startChat();
    const answer = await chat.visitor().send('/users/login', { ...chat.ada, fkey: '0'.repeat(64) });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('who is logged in already is sent on', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const answer = await browser.get('/users/login?returnurl=%2Frooms%2F1');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/rooms/1');
  });

  test.each(['https://example.com/', '//example.com/', '/\\example.com', 'javascript:alert(1)'])(
    'nobody is sent away to %s',
    async (returnUrl) => {
      const chat = await startChat();
      const browser = await chat.loggedIn(chat.ada);
      const answer = await browser.get(`/users/login?returnurl=${encodeURIComponent(returnUrl)}`);
      expect(answer.headers.get('location')).toBe('/');
    },
  );

  test('the check before the form tells a right password from a wrong one', async () => {
    const chat = await startChat();
    const browser = chat.visitor();
    const check = async (password: string): Promise<string> => {
      const fkey = await browser.fkey('/users/login');
      const path = '/users/login-or-signup/validation/track';
      return (await browser.send(path, { fkey, email: chat.ada.email, password })).text;
    };
    expect(await check(chat.ada.password)).toBe('Login-OK');
    expect(await check('wrong')).toBe('The email or password is incorrect.');
  });
});

describe('what else a login can meet', () => {
  test('a page that asks for a human', async () => {
    const chat = await startChat();
    chat.emulator.control.captcha(true);
    const answer = await chat.visitor().logIn(chat.ada);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Human verification');
    chat.emulator.control.captcha(false);
    expect((await chat.visitor().logIn(chat.ada)).status).toBe(302);
  });

  test('a redirect to such a page', async () => {
    const chat = await startChat();
    chat.emulator.control.captcha('redirect');
    const browser = chat.visitor();
    const answer = await browser.logIn(chat.ada);
    expect(answer.status).toBe(302);
    const location = answer.headers.get('location') ?? '';
    expect(location).toMatch(/^\/captcha\?/);
    expect((await browser.get(location)).text).toContain('Human verification');
  });

  test('a site on which there is no account yet', async () => {
    const chat = await startChat();
    chat.emulator.control.accountMissing(true);
    const answer = await chat.visitor().logIn(chat.ada);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<form id="logout-user"');
  });

  test('the form of such a site makes the account, once, and logs in', async () => {
    const chat = await startChat();
    chat.emulator.control.accountMissing(true);
    const browser = chat.visitor('meta.stackexchange.com');
    const { text } = await browser.logIn(chat.ada);
    const [, action = ''] = /<form id="logout-user" action="([^"]+)"/.exec(text) ?? [];
    const [, inside = ''] = text.split('id="logout-user"');
    const fields = { fkey: valueOfField(inside, 'fkey'), returnurl: valueOfField(inside, 'returnurl') };
    expect((await chat.visitor('meta.stackexchange.com').send(action, fields)).status).toBe(404);
    const answer = await browser.send(action, fields);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/');
    expect(browser.cookies.has('acct')).toBe(true);
    expect((await browser.send(action, fields)).status).toBe(404);
    expect((await chat.visitor('meta.stackexchange.com').logIn(chat.ada)).status).toBe(302);
    expect((await chat.visitor('meta.stackexchange.com').logIn(chat.ravi)).status).toBe(200);
  });

  test('a site that can only be read, where who is logged in stays so', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const fkey = await chat.visitor().fkey('/users/login');
    chat.emulator.control.readOnly(true);
    expect(fkey).toHaveLength(64);
    expect((await chat.visitor().get('/users/login')).text).toContain('read-only mode');
    expect(shownIdentity((await browser.get('/')).text)).toBe('Ada Brook');
  });
});

describe('the end of a session', () => {
  test('logging out ends it, also for who kept the cookie', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    await browser.get('/');
    const kept = browser.cookies.get('acct') ?? '';
    const fkey = await browser.fkey('/users/logout');
    const answer = await browser.send('/users/logout', { fkey });
    expect(answer.status).toBe(302);
    expect(browser.cookies.has('acct')).toBe(false);
    expect(browser.cookies.has('sechatusr')).toBe(false);
    browser.cookies.set('acct', kept);
    expect((await browser.get('/')).text).toContain('/users/login?returnurl=%2F">log in</a>');
  });

  test('when it is over, the page links to the login and posting leads nowhere', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const fkey = await browser.fkey();
    chat.emulator.control.expireSessions();
    expect((await browser.get('/')).text).toContain(`href="${chat.emulator.url}/users/login?`);
    const answer = await browser.send(`/chats/${chat.roomId}/messages/new`, { fkey, text: 'hello' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  test('an fkey can go stale while the session goes on', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const fkey = await browser.fkey();
    chat.emulator.control.rotateFkeys();
    expect((await browser.send('/ws-auth', { fkey, roomid: chat.roomId })).status).toBe(404);
    expect((await browser.post('/ws-auth', { roomid: chat.roomId })).status).toBe(200);
  });

  test('the cookie of the chat keeps one logged in only where it is told to', async () => {
    for (const chatCookieSuffices of [false, true]) {
      const chat = await startChat({ chatCookieSuffices });
      const browser = await chat.loggedIn(chat.ada);
      await browser.get('/');
      browser.cookies.delete('acct');
      expect(shownIdentity((await browser.get('/')).text)).toBe(chatCookieSuffices ? 'Ada Brook' : undefined);
    }
  });
});
