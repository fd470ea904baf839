import { inspect } from 'node:util';
import { expectNoSecrets, rejection } from '@x/testkit';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ChatExchangeError, createChatExchange, type ChatExchange } from '../src/index.js';
import { accountOf, connect, sent } from './emulator.js';
import { talkTo } from './service.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

const bad: Readonly<Record<string, object>> = {
  'a host that is none': { host: 'example.com' },
  'a host that is no text': { host: 7 },
  'an empty email': { email: '', password: 'secret-word' },
  'an empty password': { email: 'a@example.com', password: ' ' },
  'an email without a password': { email: 'a@example.com' },
  'a password without an email': { password: 'secret-word' },
  'a root that is none': { chatRoot: 'chat.example.com' },
  'a root over plain http': { chatRoot: 'http://chat.example.com' },
  'a root with credentials': { loginRoot: 'https://a:secret-word@example.com' },
  'an empty user agent': { userAgent: '' },
  'a silence that is none': { silenceMs: 0 },
  'a negative time limit': { timeoutMs: -1 },
};

test.each(Object.entries(bad))('%s is refused at once', (_what, options) => {
  let error: unknown;
  try {
    createChatExchange(options);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ service: 'chatexchange', kind: 'usage', code: 'INVALID_OPTION' });
  expectNoSecrets(error, ['secret-word']);
});

test('a password is refused in a browser, unless it is asked for by name', () => {
  vi.stubGlobal('document', {});
  const account = { email: 'a@example.com', password: 'secret-word' };
  expect(() => createChatExchange(account)).toThrow(/password must be kept out of a browser/);
  expect(createChatExchange({ ...account, allowBrowserSecrets: true }).state).toBe('idle');
  expect(createChatExchange().state).toBe('idle');
});

const badCalls: Readonly<Record<string, (chat: ChatExchange) => unknown>> = {
  'a room 0': (chat) => chat.getRoom(0),
  'a room 1.5': (chat) => chat.getRoom(1.5),
  'a room by its name': (chat) => chat.getRoom('1' as unknown as number),
  'a message -1': (chat) => chat.getMessage(-1),
  'a user NaN': (chat) => chat.getUser(Number.NaN),
  'an empty message': (chat) => chat.getRoom(1).sendMessage(' \n'),
  'a message that is none': (chat) => chat.getRoom(1).sendMessage(7 as unknown as string),
  'an unknown way to split': (chat) => chat.getRoom(1).sendMessage('x', { split: 'half' as 'words' }),
  'an unknown way with duplicates': (chat) =>
    chat.getRoom(1).sendMessage('x', { duplicates: 'twice' as 'resend' }),
  'an empty reply': (chat) => chat.getMessage(1).reply(''),
};

test.each(Object.entries(badCalls))('%s is refused before anything is sent', async (_what, call) => {
  const { emulator, chat } = await connect();
  const error = await rejection((async () => call(chat))());
  expect(error).toMatchObject({ service: 'chatexchange', kind: 'usage', code: 'INVALID_REQUEST' });
  expect(sent(emulator)).toEqual([]);
});

describe('users of the system', () => {
  test('have negative ids', async () => {
    const { chat } = await connect();
    expect(chat.getUser(-2).id).toBe(-2);
  });
});

test('making a client does no work', async () => {
  const { emulator } = await connect();
  expect(sent(emulator)).toEqual([]);
});

test('an abort comes back as it was', async () => {
  const { chat } = await connect();
  const signal = AbortSignal.abort('mine');
  const room = chat.getRoom(1);
  const calls = [room.sendMessage('x', { signal }), room.load({ signal }), room.join({ signal })];
  expect(await Promise.all(calls.map((call) => rejection(call)))).toEqual(['mine', 'mine', 'mine']);
});

test('an abort ends the wait for a login, and not the login', async () => {
  const { emulator, chat } = await connect();
  emulator.control.faults.add({ match: { path: '/users/login' }, fault: { kind: 'delay', ms: 300 } });
  const abort = new AbortController();
  const call = { signal: abort.signal };
  const room = chat.getRoom(1);
  const calls = [
    room.setFavorite(true, call),
    room.save({ name: 'x' }, call),
    chat.ignoredUsers(call),
    chat.acknowledge([1], call),
    room.sendMessage('x', call),
  ];
  const failed = Promise.all(calls.map((each) => rejection(each)));
  await expect.poll(() => sent(emulator)).toContain('GET /users/login');
  abort.abort('mine');
  expect(await failed).toEqual(calls.map(() => 'mine'));
  expect(sent(emulator).filter((line) => !/ (\/users\/login|\/)$/.test(line))).toEqual([]);
  expect((await chat.getMe()).id).toBe(accountOf(emulator).id);
});

test('no error holds the password, a cookie or an fkey', async () => {
  const { emulator, chat } = await connect({ retries: 0 });
  await chat.login();
  const { password } = accountOf(emulator);
  const secrets = emulator.control.requests.all.flatMap(
    ({ headers }) => headers['cookie']?.split('; ') ?? [],
  );
  for (const fault of [
    { kind: 'html', status: 500 },
    { kind: 'drop' },
    { kind: 'truncate' },
    { kind: 'html', status: 200 },
    { kind: 'status', status: 302, headers: { location: 'https://elsewhere.example/?x=1' } },
  ] as const) {
    const remove = emulator.control.faults.add({ match: { path: /messages\/new$/ }, fault, times: Infinity });
    const error = await rejection(chat.getRoom(1).sendMessage(`private words ${fault.kind}`));
    expectNoSecrets(error, [password, 'private words', 'fkey=', ...secrets]);
    remove();
  }
  const posted = emulator.control.requests.matching({ path: /messages\/new$/ });
  expect(posted).not.toEqual([]);
});

test('no error keeps a page, which holds the fkey, or half of an answer, which may hold the address of a socket', async () => {
  const fkey = 'f'.repeat(32);
  const answers: readonly (readonly [string, number])[] = [
    [`<html><input id="fkey" name="fkey" value="${fkey}"></html>`, 400],
    [`<html><input id="fkey" name="fkey" value="${fkey}"></html>`, 200],
    [`{"url":"wss://chat.sockets.stackexchange.com/events/1/${fkey}`, 200],
  ];
  for (const [text, status] of answers) {
    const { http } = await talkTo(
      () =>
        new Response(text, {
          status,
          headers: { 'content-type': text.startsWith('<') ? 'text/html' : 'application/json' },
        }),
    );
    const calls: Promise<unknown>[] = [http.post('/ws-auth', { roomid: 1 })];
    if (status !== 200) calls.push(http.tell('/rooms/save', {}), http.page('/rooms/1'));
    for (const error of await Promise.all(calls.map((call) => rejection(call)))) {
      expect(error).toBeInstanceOf(ChatExchangeError);
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(fkey);
    }
  }
});
