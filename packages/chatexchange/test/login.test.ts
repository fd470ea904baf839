import { rejection, expectNoSecrets } from '@x/testkit';
import { expect, test } from 'vitest';
import { accountOf, connect, connectTo, sent, startEmulator, type ChatEmulator } from './emulator.js';

const inTheWay: readonly (readonly [string, string, (emulator: ChatEmulator) => void])[] = [
  ['a page that wants to see a human', 'CAPTCHA', ({ control }) => control.captcha('page')],
  ['a redirect to such a page', 'CAPTCHA', ({ control }) => control.captcha('redirect')],
  [
    'an account that is missing on the site',
    'ACCOUNT_MISSING',
    ({ control }) => control.accountMissing(true),
  ],
  ['maintenance', 'READ_ONLY', ({ control }) => control.readOnly(true)],
];

test.each(inTheWay)('%s is told as %s', async (_what, code, arrange) => {
  const { emulator, chat } = await connect();
  arrange(emulator);
  expect(await rejection(chat.login())).toMatchObject({ kind: 'auth', code });
});

const humans =
  '<title>Stack Overflow</title><h1>Human verification</h1><form id="login-form"><input name="fkey" value="1"></form>';

test.each([
  ['in the place of the form gets no password', 'GET', { body: humans }, ['GET /users/login']],
  [
    'to which the form leads gets no password',
    'GET',
    { status: 302, headers: { location: '/captcha' } },
    ['GET /users/login', 'GET /captcha'],
  ],
  [
    'that has the form in it is no word about the password',
    'POST',
    { body: humans },
    ['GET /users/login', 'POST /users/login'],
  ],
])('a page for humans %s', async (_what, method, answer, expected) => {
  const { emulator, chat } = await connect();
  const headers = { 'content-type': 'text/html' };
  emulator.control.faults.add({
    match: { method, path: '/users/login' },
    fault: { kind: 'status', status: 200, headers, ...answer },
  });
  expect(await rejection(chat.login())).toMatchObject({ kind: 'auth', code: 'CAPTCHA' });
  expect(sent(emulator)).toEqual(expected);
});

test('a wrong password is told as such, is in no error, and is tried once a minute', async () => {
  const { emulator, chat } = await connect({ password: 'not-the-password' });
  const error = await rejection(chat.login());
  expect(error).toMatchObject({ kind: 'auth', code: 'WRONG_PASSWORD', retryable: false });
  expectNoSecrets(error, ['not-the-password', accountOf(emulator).email]);
  expect(await rejection(chat.getRoom(1).sendMessage('x'))).toMatchObject({ code: 'WRONG_PASSWORD' });
  expect(sent(emulator)).toEqual(['GET /users/login', 'POST /users/login']);
});

test.each([
  [429, 'rate-limit'],
  [403, 'refused'],
  [503, 'http'],
])('a login that is answered %i is not tried twice', async (status, kind) => {
  const { emulator, chat } = await connect();
  emulator.control.faults.add({
    match: { method: 'POST', path: '/users/login' },
    fault: { kind: 'html', status },
  });
  expect(await rejection(chat.login())).toMatchObject({ kind, status });
  expect(sent(emulator).filter((line) => line === 'POST /users/login')).toHaveLength(1);
});

test('the first call that needs an account logs in, once for all', async () => {
  const { emulator, chat } = await connect();
  await Promise.all([chat.getMe(), chat.login(), chat.getRoom(1).sendMessage('a'), chat.getMe()]);
  expect(sent(emulator)).toEqual([
    'GET /users/login',
    'POST /users/login',
    'GET /',
    'POST /chats/1/messages/new',
  ]);
});

test('the login form gets what it asks for', async () => {
  const { emulator, chat } = await connect();
  await chat.login();
  const [posted] = emulator.control.requests.matching({ method: 'POST', path: '/users/login' });
  const form = new URLSearchParams(posted?.text);
  const { email, password } = accountOf(emulator);
  expect(Object.fromEntries(form)).toEqual({
    email,
    password,
    fkey: expect.stringMatching(/^[\da-f]{64}$/) as unknown,
    ssrc: 'head',
    oauth_version: '',
    oauth_server: '',
  });
  expect(posted?.query.get('returnurl')).toBe(`${emulator.url}/`);
});

test('a session that is lost is made anew once for all callers, and each call repeated once', async () => {
  const { emulator, chat } = await connect();
  await chat.login();
  emulator.control.expireSessions();
  emulator.control.requests.clear();
  const rooms = [1, 12].map((id) => chat.getRoom(id));
  await Promise.all(rooms.map((room) => room.join()));
  const lines = sent(emulator);
  expect(lines.filter((line) => line === 'POST /users/login')).toHaveLength(1);
  expect(lines.filter((line) => line.endsWith('/chats/1/events'))).toHaveLength(2);
});

test('a stale fkey is read anew, without a login', async () => {
  const { emulator, chat } = await connect();
  await chat.login();
  emulator.control.rotateFkeys();
  emulator.control.requests.clear();
  await chat.getRoom(1).sendMessage('still here');
  expect(sent(emulator)).toEqual(['POST /chats/1/messages/new', 'GET /', 'POST /chats/1/messages/new']);
});

test('logout ends the session at the service, and the client', async () => {
  const { emulator, chat } = await connect();
  await chat.login();
  await chat.logout();
  expect(sent(emulator).slice(-2)).toEqual(['GET /users/logout', 'POST /users/logout']);
  expect(await rejection(chat.getMe())).toMatchObject({ kind: 'closed', code: 'CLOSED' });
  expect(chat.state).toBe('closed');
});

test('without an account everything public can be read and heard, and nothing said', async () => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator, { email: undefined, password: undefined });
  const room = chat.getRoom(1);
  expect(await room.name).toBe('Sandbox');
  await room.join();
  const messages = room.newMessages();
  emulator.control.say(1, accountOf(emulator).id, 'hello');
  expect(await (await messages.next()).value?.textContent).toBe('hello');
  expect(await rejection(room.sendMessage('x'))).toMatchObject({ kind: 'auth', code: 'NOT_LOGGED_IN' });
});
