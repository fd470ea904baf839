import { MemoryCookieStore } from 'tough-cookie';
import { expect, test } from 'vitest';
import type { ChatExchangeOptions, ChatHost } from '../src/index.js';
import { accountOf, startEmulator } from './emulator.js';
import { clientAt, networkAt } from './network.js';

const sites: readonly (readonly [ChatHost, string, string])[] = [
  ['stackexchange.com', 'meta.stackexchange.com', 'sechatusr'],
  ['stackoverflow.com', 'stackoverflow.com', 'chatusr'],
  ['meta.stackexchange.com', 'meta.stackexchange.com', 'chatusr'],
];

test.each(sites)('the login of %s is that of %s', async (host, site, cookie) => {
  const emulator = await startEmulator();
  const network = networkAt(emulator);
  const chat = clientAt(network, emulator, { host });
  expect(await (await chat.login()).name).toBe(accountOf(emulator).name);
  await chat.getRoom(1).sendMessage('hello');
  expect(network.asked.map(({ line }) => line)).toEqual([
    `GET ${site}/users/login`,
    `POST ${site}/users/login`,
    `GET chat.${host}/`,
    `POST chat.${host}/chats/1/messages/new`,
  ]);
  // The login reaches the chat, and the cookie of the chat comes to it.
  expect(network.asked.at(2)?.cookie).toMatch(/(^|; )acct=t=/);
  expect(network.asked.at(3)?.cookie).toMatch(new RegExp(`(^|; )${cookie}=`));
  expect(emulator.control.server(`chat.${host}`).messages(1).at(-1)?.source).toBe('hello');
});

test.each(sites.map(([host]) => host))('chat.%s is the same host', async (host) => {
  const emulator = await startEmulator();
  const network = networkAt(emulator);
  await clientAt(network, emulator, { host: `chat.${host}` }).login();
  expect(network.asked.at(-1)?.line).toBe(`GET chat.${host}/`);
});

test('one login serves two chats that share their cookies, and no third one', async () => {
  const emulator = await startEmulator();
  const network = networkAt(emulator);
  const cookieStore = new MemoryCookieStore();
  const login = async (options: Partial<ChatExchangeOptions>): Promise<readonly string[]> => {
    network.asked.length = 0;
    await clientAt(network, emulator, { cookieStore, ...options }).login();
    return network.asked.map(({ line }) => line);
  };
  expect(await login({ host: 'stackexchange.com' })).toContain('POST meta.stackexchange.com/users/login');
  // Nobody needs a password for what is logged in already.
  const none = { email: undefined, password: undefined };
  expect(await login({ host: 'meta.stackexchange.com', ...none })).toEqual([
    'GET chat.meta.stackexchange.com/',
  ]);
  expect(await login({ host: 'stackoverflow.com' })).toContain('POST stackoverflow.com/users/login');
  // Each of the two logins is still there.
  expect(await login({ host: 'stackexchange.com', ...none })).toEqual(['GET chat.stackexchange.com/']);
  expect(await login({ host: 'stackoverflow.com', ...none })).toEqual(['GET chat.stackoverflow.com/']);
});

test('logout forgets the cookies of its own two sites, and those of nobody else', async () => {
  const emulator = await startEmulator();
  const network = networkAt(emulator);
  const cookieStore = new MemoryCookieStore();
  const chat = clientAt(network, emulator, { cookieStore });
  await clientAt(network, emulator, { cookieStore, host: 'stackoverflow.com' }).login();
  await chat.login();
  await chat.logout();
  const left = (await cookieStore.getAllCookies()).map(({ domain, key }) => `${domain} ${key}`);
  expect(left.toSorted()).toEqual([
    'chat.stackoverflow.com chatusr',
    'stackoverflow.com acct',
    'stackoverflow.com prov',
  ]);
});
