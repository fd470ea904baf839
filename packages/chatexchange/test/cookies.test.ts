import { expectNoSecrets, rejection } from '@x/testkit';
import { CookieJar, MemoryCookieStore, Store } from 'tough-cookie';
import { expect, test } from 'vitest';
import { createChatExchange, type ChatExchangeOptions, type SavedCookies } from '../src/index.js';
import { accountOf, connect, connectTo, sent, startEmulator, type ChatEmulator } from './emulator.js';
import { clientAt, networkAt } from './network.js';

const withoutAccount = { email: undefined, password: undefined };

/** The cookies of an account that has logged in. */
async function savedBy(emulator: ChatEmulator, account = 0): Promise<SavedCookies> {
  let saved: SavedCookies | undefined;
  const options = { onCookies: (cookies: SavedCookies) => (saved = cookies) };
  const chat = connectTo(emulator, options, account);
  await chat.login();
  await chat.close();
  emulator.control.requests.clear();
  if (saved === undefined) throw new Error('nothing was saved');
  return saved;
}

function valueOf({ cookies }: SavedCookies, name: string): string {
  const found = cookies.find((cookie) => 'key' in cookie && cookie.key === name);
  return found !== undefined && 'value' in found ? String(found.value) : '';
}

const shapes: readonly (readonly [string, (saved: SavedCookies) => ChatExchangeOptions['cookies']])[] = [
  ['as they were saved', (saved) => saved],
  ['as JSON', (saved) => JSON.stringify(saved)],
  ['as the bare value of acct', (saved) => valueOf(saved, 'acct')],
  ['as the line that a browser shows', (saved) => `prov=x; acct=${valueOf(saved, 'acct')}; usr=1`],
  ['as acct and prov', (saved) => ({ acct: valueOf(saved, 'acct'), prov: valueOf(saved, 'prov') })],
];

test.each(shapes)('cookies that are given %s are a login', async (_what, shape) => {
  const emulator = await startEmulator();
  const saved = await savedBy(emulator);
  const chat = connectTo(emulator, { cookies: shape(saved), ...withoutAccount });
  expect((await chat.getMe()).id).toBe(accountOf(emulator).id);
  await chat.getRoom(1).sendMessage('hello');
  expect(sent(emulator)).toEqual(['GET /', 'POST /chats/1/messages/new']);
  // Partly encoded already, it goes back as it came.
  expect(emulator.control.requests.all[0]?.headers['cookie']).toContain(`acct=${valueOf(saved, 'acct')}`);
});

test.each(shapes)('loginWithCookie takes cookies %s', async (_what, shape) => {
  const emulator = await startEmulator();
  const given = shape(await savedBy(emulator));
  const chat = connectTo(emulator, withoutAccount);
  if (given === undefined) throw new Error('nothing was saved');
  expect((await chat.loginWithCookie(given)).id).toBe(accountOf(emulator).id);
  expect(sent(emulator)).toEqual(['GET /']);
});

test('a bare cookie is for the whole domain, and nothing but https', async () => {
  const emulator = await startEmulator();
  const network = networkAt(emulator);
  const store = new MemoryCookieStore();
  await clientAt(network, emulator, { cookieStore: store }).login();
  const acct = (await store.getAllCookies()).find(({ key }) => key === 'acct');
  network.asked.length = 0;
  let saved: SavedCookies | undefined;
  const chat = clientAt(network, emulator, {
    ...withoutAccount,
    host: 'meta.stackexchange.com',
    onCookies: (cookies) => (saved = cookies),
  });
  await chat.loginWithCookie(acct?.value ?? '');
  await chat.close();
  expect(network.asked).toEqual([
    { line: 'GET chat.meta.stackexchange.com/', cookie: `acct=${acct?.value}` },
  ]);
  expect(saved?.cookies).toContainEqual(
    expect.objectContaining({
      key: 'acct',
      value: acct?.value,
      domain: 'stackexchange.com',
      path: '/',
      secure: true,
      httpOnly: true,
    }),
  );
});

test('cookies that are no login are refused, are in no error, and are forgotten', async () => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator, withoutAccount);
  const error = await rejection(chat.loginWithCookie('t=an-old-one&s=secret-word'));
  expect(error).toMatchObject({ kind: 'auth', code: 'COOKIE_REFUSED' });
  expectNoSecrets(error, ['an-old-one', 'secret-word']);
  emulator.control.requests.clear();
  expect(await rejection(chat.getMe())).toMatchObject({ code: 'NOT_LOGGED_IN' });
  expect(emulator.control.requests.all.map(({ headers }) => headers['cookie'] ?? '').join()).not.toContain(
    'acct=',
  );
});

test('stored cookies that have run out give way to the password', async () => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator, { cookies: 't=an-old-one&s=secret-word' });
  expect((await chat.getMe()).id).toBe(accountOf(emulator).id);
  expect(sent(emulator)).toEqual(['GET /', 'GET /users/login', 'POST /users/login', 'GET /']);
});

test('stored cookies that have run out leave a reader, when there is no password', async () => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator, { cookies: 't=an-old-one&s=secret-word', ...withoutAccount });
  expect(await chat.getRoom(1).name).toBe('Sandbox');
  expect(await rejection(chat.getMe())).toMatchObject({ kind: 'auth', code: 'COOKIE_REFUSED' });
});

test('a login of a cookie that is lost is told, since nothing can renew it', async () => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator, { cookies: await savedBy(emulator), ...withoutAccount });
  await chat.getMe();
  emulator.control.expireSessions();
  expect(await rejection(chat.getRoom(1).sendMessage('x'))).toMatchObject({
    kind: 'auth',
    code: 'COOKIE_REFUSED',
    retryable: false,
  });
});

test('a login of a cookie is made anew by the password, when that is of the same user', async () => {
  const { emulator, chat } = await connect();
  await chat.loginWithCookie(await savedBy(emulator));
  emulator.control.expireSessions();
  await chat.getRoom(1).sendMessage('x');
  expect(emulator.control.messages(1).at(-1)).toMatchObject({ source: 'x', userId: accountOf(emulator).id });
});

test('the password of somebody else does not speak for who came by a cookie', async () => {
  const { emulator, chat } = await connect();
  const other = accountOf(emulator, 1);
  expect((await chat.loginWithCookie(await savedBy(emulator, 1))).id).toBe(other.id);
  emulator.control.expireSessions();
  const { length } = emulator.control.messages(1);
  for (const code of ['COOKIE_REFUSED', 'NOT_LOGGED_IN']) {
    expect(await rejection(chat.getRoom(1).sendMessage(code))).toMatchObject({ kind: 'auth', code });
  }
  expect(emulator.control.messages(1)).toHaveLength(length);
});

test('login by password takes the place of a cookie, also when it is the one of the options', async () => {
  const { emulator, chat } = await connect();
  await chat.loginWithCookie(await savedBy(emulator, 1));
  const { email, password, id } = accountOf(emulator);
  expect((await chat.login(email, password)).id).toBe(id);
  await chat.getRoom(1).sendMessage('x');
  expect(emulator.control.messages(1).at(-1)?.userId).toBe(id);
});

test('clients that share a store and lose their login together make one for all', async () => {
  const emulator = await startEmulator();
  const cookieStore = new MemoryCookieStore();
  const clients = [1, 2, 3].map(() => connectTo(emulator, { cookieStore }));
  for (const chat of clients) await chat.login();
  expect(sent(emulator).filter((line) => line === 'POST /users/login')).toHaveLength(1);
  emulator.control.expireSessions();
  emulator.control.requests.clear();
  const texts = clients.map((_chat, index) => `number ${index}`);
  await Promise.all(clients.map((chat, index) => chat.getRoom(1).sendMessage(texts[index] ?? '')));
  const said = emulator.control.messages(1).slice(-3);
  expect(said.map(({ source }) => source).toSorted()).toEqual(texts);
  expect(sent(emulator).filter((line) => line === 'POST /users/login')).toHaveLength(1);
});

test.each([
  ['no cookies at all', 7],
  ['an empty text', ' '],
  ['JSON that is none', '{"cookies":'],
  ['a list that is none', { cookies: 'acct' }],
  ['a value that would end the cookie', { acct: 't=1; domain=example.com' }],
  ['a value over two lines', 't=1\r\nx: y'],
])('%s are refused at once, and by loginWithCookie', async (_what, cookies) => {
  const given = cookies as string;
  expect(() => createChatExchange({ cookies: given })).toThrow(
    expect.objectContaining({ kind: 'usage', code: 'INVALID_OPTION' }),
  );
  expect(await rejection(createChatExchange({}).loginWithCookie(given))).toMatchObject({
    kind: 'usage',
    code: 'INVALID_REQUEST',
  });
});

test('what is saved is a jar of tough-cookie, and is told after each change', async () => {
  const told: SavedCookies[] = [];
  const { emulator, chat } = await connect({ onCookies: (cookies) => told.push(cookies) });
  await chat.login();
  await chat.close();
  const jar = await CookieJar.deserialize(JSON.stringify(told.at(-1)));
  const names = (await jar.getCookies(emulator.url)).map(({ key }) => key).toSorted();
  expect(names).toEqual(['acct', 'prov', 'sechatusr']);
  emulator.control.requests.clear();
  const before = told.length;
  const again = connectTo(emulator, { cookies: told.at(-1), onCookies: (cookies) => told.push(cookies) });
  await again.getMe();
  await again.close();
  // Nothing was set, so there is nothing to save.
  expect(told).toHaveLength(before);
});

test('after logout there is nothing left to save', async () => {
  const told: SavedCookies[] = [];
  const { chat } = await connect({ onCookies: (cookies) => told.push(cookies) });
  await chat.login();
  await chat.logout();
  await expect.poll(() => told.at(-1)?.cookies).toEqual([]);
});

test('saving cookies holds up no call, fails none, and is one at a time', async () => {
  const errors: unknown[] = [];
  let running = 0;
  let most = 0;
  const ends: (() => void)[] = [];
  const { chat } = await connect({
    onListenerError: (error) => errors.push(error),
    async onCookies() {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
      throw new Error('the disk is full');
    },
  });
  await chat.login();
  expect(ends).toHaveLength(1);
  // What changed meanwhile is saved at once, however much it was.
  for (const count of [1, 2]) {
    await expect.poll(() => ends.length).toBe(1);
    ends.shift()?.();
    await expect.poll(() => errors).toHaveLength(count);
  }
  await chat.close();
  expect(ends).toHaveLength(0);
  expect(errors).toEqual([new Error('the disk is full'), new Error('the disk is full')]);
  expect(most).toBe(1);
});

test('a store that fails is named as what failed', async () => {
  class Broken extends MemoryCookieStore {
    override findCookies(): never {
      throw new Error('the disk is gone');
    }
  }
  const { chat } = await connect({ cookieStore: new Broken() });
  expect(await rejection(chat.login())).toMatchObject({
    kind: 'usage',
    code: 'COOKIE_STORE',
    cause: new Error('the disk is gone'),
  });
});

test('any store of tough-cookie is taken', () => {
  const stores: NonNullable<ChatExchangeOptions['cookieStore']>[] = [new MemoryCookieStore(), new Store()];
  for (const cookieStore of stores) expect(createChatExchange({ cookieStore }).state).toBe('idle');
  expect(() => createChatExchange({ cookies: 't=1&s=2', cookieStore: new MemoryCookieStore() })).toThrow(
    /loginWithCookie/,
  );
});
