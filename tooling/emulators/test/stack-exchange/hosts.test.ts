import { describe, expect, test } from 'vitest';
import { shownIdentity, startChat } from './support.js';

describe('on loopback', () => {
  test('cookies are of that host alone, and go over plain HTTP', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    await browser.get('/');
    expect([...browser.cookies.keys()].toSorted()).toEqual(['acct', 'prov', 'sechatusr']);
    for (const line of browser.setCookies) expect(line).not.toMatch(/domain|secure/i);
  });

  test('the front page shows who is logged in also to those who look for the mark of a main site', async () => {
    const chat = await startChat();
    expect((await chat.visitor().get('/')).text).not.toContain('my-profile');
    const browser = await chat.loggedIn(chat.ada);
    const { headers } = await browser.get('/users/login');
    expect((await browser.get(headers.get('location') ?? '')).text).toContain('class="my-profile"');
  });

  test('links lead to the login by the name that was used', async () => {
    const chat = await startChat();
    const { host } = new URL(chat.emulator.url.replace('127.0.0.1', 'localhost'));
    expect((await chat.visitor(host).get('/')).text).toContain(`<a href="http://${host}/users/login?`);
  });

  test.each(['localhost', '127.0.0.1', '[::1]'])(
    '%s is chat.stackexchange.com and its login in one',
    async (host) => {
      const chat = await startChat();
      const { port } = new URL(chat.emulator.url);
      const browser = chat.visitor(`${host}:${port}`);
      expect((await browser.get('/users/login')).text).toContain('id="login-form"');
      expect((await browser.get(`/rooms/${chat.roomId}`)).text).toContain(
        '<title>Sandbox | chat.stackexchange.com</title>',
      );
    },
  );
});

describe('on the hosts of the network', () => {
  test('a login at one site serves the chats of its domain', async () => {
    const chat = await startChat();
    const main = chat.visitor('meta.stackexchange.com');
    expect((await main.logIn(chat.ada)).headers.get('location')).toBe('/');
    expect(main.setCookies.find((line) => line.startsWith('acct='))).toMatch(
      /; domain=\.stackexchange\.com; path=\/; secure; HttpOnly$/,
    );
    const shown = async (host: string): Promise<boolean> => {
      const browser = chat.visitor(host);
      browser.cookies.set('acct', main.cookies.get('acct') ?? '');
      return shownIdentity((await browser.get('/')).text) === 'Ada Brook';
    };
    expect(await shown('chat.stackexchange.com')).toBe(true);
    expect(await shown('chat.meta.stackexchange.com')).toBe(true);
    expect(await shown('chat.stackoverflow.com')).toBe(false);
  });

  test('who names the port of the emulator beside a host gets cookies and links for plain HTTP', async () => {
    const chat = await startChat();
    const { port } = new URL(chat.emulator.url);
    const main = chat.visitor(`meta.stackexchange.com:${port}`);
    await main.logIn(chat.ada);
    const browser = chat.visitor(`chat.stackexchange.com:${port}`);
    expect((await browser.get('/')).text).toContain(
      `<a href="http://meta.stackexchange.com:${port}/users/login?`,
    );
    browser.cookies.set('acct', main.cookies.get('acct') ?? '');
    expect(shownIdentity((await browser.get('/')).text)).toBe('Ada Brook');
    const lines = [...main.setCookies, ...browser.setCookies];
    expect(lines.map((line) => line.split('=')[0])).toEqual(['prov', 'acct', 'prov', 'sechatusr']);
    for (const line of lines) expect(line).not.toContain('secure');
    expect(main.setCookies.at(-1)).toContain('; domain=.stackexchange.com;');
  });

  test.each([
    ['chat.stackexchange.com', 'sechatusr', 'https://meta.stackexchange.com/users/login?'],
    ['chat.meta.stackexchange.com', 'chatusr', 'https://meta.stackexchange.com/users/login?'],
    ['chat.stackoverflow.com', 'chatusr', 'https://stackoverflow.com/users/login?'],
  ])('%s has a cookie of its own and links to its login', async (host, cookie, login) => {
    const chat = await startChat();
    const browser = chat.visitor(host);
    expect((await browser.get('/')).text).toContain(`<a href="${login}`);
    const main = chat.visitor(new URL(login).host);
    await main.logIn(chat.ada);
    browser.cookies.set('acct', main.cookies.get('acct') ?? '');
    await browser.get('/');
    const line = browser.setCookies.find((set) => set.startsWith(`${cookie}=`));
    expect(line).toMatch(/; secure; HttpOnly$/);
    expect(line).not.toContain('domain');
  });

  test('each chat server has ids of its own', async () => {
    const chat = await startChat();
    const first = chat.emulator.control.messages(1);
    const second = chat.emulator.control.server('chat.stackoverflow.com').messages(1);
    expect(second.map(({ source }) => source)).toEqual(first.map(({ source }) => source));
    expect(second[0]?.id).not.toBe(first[0]?.id);
    expect(second[0]?.userId).not.toBe(first[0]?.userId);
  });

  test('a chat has no login, and a main site has no rooms', async () => {
    const chat = await startChat();
    expect((await chat.visitor('chat.stackexchange.com').get('/users/login')).status).toBe(404);
    expect((await chat.visitor('stackoverflow.com').get('/rooms/1')).status).toBe(404);
  });

  test('a main site shows whether one is logged in', async () => {
    const chat = await startChat();
    const browser = chat.visitor('superuser.com');
    expect((await browser.get('/users/current')).text).not.toContain('js-inbox-button');
    await browser.logIn(chat.ravi);
    expect((await browser.get('/users/current')).text).toContain('js-inbox-button');
  });

  test('every page of a main site has an fkey, and a POST that a client repeats at its front page is answered', async () => {
    const chat = await startChat();
    const browser = chat.visitor('stackoverflow.com');
    expect((await browser.get('/')).text).toMatch(/name="fkey" type="hidden" value="[\da-f]{64}"/);
    expect((await browser.send('/', { email: 'x' })).status).toBe(200);
  });

  test('the front page of the network knows who is logged in, and lets nobody log in', async () => {
    const chat = await startChat();
    const main = chat.visitor('meta.stackexchange.com');
    await main.logIn(chat.ada);
    const front = chat.visitor('stackexchange.com');
    front.cookies.set('acct', main.cookies.get('acct') ?? '');
    expect((await front.get('/')).text).toContain('js-inbox-button');
    expect((await front.get('/users/login')).status).toBe(404);
  });

  test.each(['example.com', 'stackoverflow.com.example.com'])('nothing is known of %s', async (host) => {
    expect((await (await startChat()).visitor(host).get('/')).status).toBe(421);
  });
});
