import { createManualClock } from '@x/emulators';
import { rejection } from '@x/testkit';
import { MemoryCookieStore } from 'tough-cookie';
import { expect, test } from 'vitest';
import type { ChatExchange } from '../src/index.js';
import {
  accountOf,
  connect,
  connectTo,
  createFastClock,
  sent,
  startEmulator,
  type ChatEmulator,
} from './emulator.js';

const withoutAccount = { email: undefined, password: undefined };
const say = (chat: ChatExchange, text: string): Promise<unknown> => chat.getRoom(1).sendMessage(text);
const logins = (emulator: ChatEmulator): number =>
  sent(emulator).filter((line) => line === 'POST /users/login').length;

/** A network, and a client that is logged in there. */
async function loggedIn(options: Parameters<typeof connect>[0] = {}): ReturnType<typeof connect> {
  const made = await connect({ retries: 0, ...options });
  await made.chat.login();
  made.emulator.control.requests.clear();
  return made;
}

test('a page in the place of an answer has the session looked at, and is told as what it is when that is good', async () => {
  const { emulator, chat } = await loggedIn();
  emulator.control.faults.add({
    match: { path: '/chats/1/messages/new' },
    fault: { kind: 'html', status: 200 },
  });
  expect(await rejection(say(chat, 'x'))).toMatchObject({ kind: 'protocol', code: 'UNEXPECTED_ANSWER' });
  expect(sent(emulator)).toEqual(['POST /chats/1/messages/new', 'GET /']);
});

test('a page in the place of an answer, and another fkey: the call is repeated', async () => {
  const { emulator, chat } = await loggedIn();
  emulator.control.rotateFkeys();
  emulator.control.faults.add({
    match: { path: '/chats/1/messages/new' },
    fault: { kind: 'html', status: 200 },
  });
  await say(chat, 'x');
  expect(sent(emulator)).toEqual(['POST /chats/1/messages/new', 'GET /', 'POST /chats/1/messages/new']);
});

test('somebody else in the top bar is not who began: there is a new login', async () => {
  const cookieStore = new MemoryCookieStore();
  const { emulator, chat } = await loggedIn({ cookieStore });
  let others = '';
  const other = connectTo(emulator, { onCookies: (cookies) => (others = JSON.stringify(cookies)) }, 1);
  await other.login();
  await other.close();
  await connectTo(emulator, { cookieStore, ...withoutAccount }).loginWithCookie(others);
  emulator.control.requests.clear();
  await say(chat, 'it is me');
  expect(sent(emulator)).toEqual([
    'POST /chats/1/messages/new',
    'GET /',
    'GET /users/login',
    'POST /users/login',
    'GET /',
    'POST /chats/1/messages/new',
  ]);
  expect(emulator.control.messages(1).at(-1)).toMatchObject({
    source: 'it is me',
    userId: accountOf(emulator).id,
  });
});

test('where errors are shown nothing is wrong with the session', async () => {
  const { emulator, chat } = await loggedIn();
  expect(await rejection(chat.getMessage(999_999_999).delete())).toMatchObject({
    kind: 'refused',
    code: 'NOT_FOUND',
  });
  expect(sent(emulator)).toEqual(['POST /messages/999999999/delete']);
});

test('a refusal in words has nothing to do with the session', async () => {
  const { emulator, chat } = await loggedIn();
  emulator.control.freeze(1);
  expect(await rejection(say(chat, 'x'))).toMatchObject({ code: 'ROOM_FROZEN' });
  expect(sent(emulator)).toEqual(['POST /chats/1/messages/new']);
});

test('a socket that is asked for with a stale fkey gets a new one, and no login', async () => {
  const { emulator, chat } = await loggedIn();
  await chat.getRoom(1).join();
  emulator.control.requests.clear();
  emulator.control.rotateFkeys();
  const back = new Promise<void>((resolve) => {
    chat.on('state', ({ to }) => {
      if (to === 'ready') resolve();
    });
  });
  emulator.control.cut();
  await back;
  expect(sent(emulator).filter((line) => !line.startsWith('GET /events/'))).toEqual([
    'POST /ws-auth',
    'GET /',
    'POST /ws-auth',
  ]);
});

test.each([403, 429])('an edge that answers %i is left alone', async (status) => {
  const { emulator, chat } = await loggedIn();
  emulator.control.faults.add({
    fault: {
      kind: 'status',
      status,
      headers: { 'content-type': 'text/html', 'retry-after': '300' },
      body: '<title>Just a moment...</title>',
    },
  });
  expect(await rejection(say(chat, 'x'))).toMatchObject({ retryAfterMs: 300_000, status });
  expect(sent(emulator)).toEqual(['POST /chats/1/messages/new']);
});

test('maintenance passes, and what only reads waits for it', async () => {
  const { emulator, chat } = await connect();
  emulator.control.faults.add({
    fault: {
      kind: 'status',
      status: 503,
      headers: { 'content-type': 'text/html' },
      body: 'We are offline for maintenance',
    },
  });
  expect(await chat.getRoom(1).name).toBe('Sandbox');
  expect(sent(emulator)).toEqual(['GET /rooms/info/1', 'GET /rooms/info/1']);
});

test('a session that is lost again within a minute is not renewed before that is over', async () => {
  const clock = createManualClock();
  const { emulator, chat } = await loggedIn({ clock });
  emulator.control.expireSessions();
  await say(chat, 'renewed at once');
  await clock.advance(20_000);
  emulator.control.expireSessions();
  const errors = await Promise.all([rejection(say(chat, 'a')), rejection(chat.getRoom(12).leave())]);
  for (const error of errors) {
    expect(error).toMatchObject({
      kind: 'auth',
      code: 'SESSION_LOST',
      retryable: true,
      retryAfterMs: 40_000,
    });
  }
  expect(logins(emulator)).toBe(1);
  await clock.advance(40_000);
  await say(chat, 'and again');
  expect(logins(emulator)).toBe(2);
});

test('what may be repeated waits for that minute by itself', async () => {
  const { emulator, chat } = await loggedIn({ clock: createFastClock(300), retries: 2 });
  for (const [expected, roomId] of [
    [1, 1],
    [2, 12],
  ] as const) {
    emulator.control.expireSessions();
    await chat.getRoom(roomId).join();
    expect(logins(emulator)).toBe(expected);
  }
});

test('nobody logs in for an anonymous reader, whatever is lost', async () => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator, withoutAccount);
  await chat.getRoom(1).join();
  emulator.control.expireSessions();
  emulator.control.rotateFkeys();
  await chat.getRoom(12).join();
  expect(sent(emulator).filter((line) => line.includes('/users/login'))).toEqual([]);
});

test('any page tells the fkey and the reader, so that nobody asks for another', async () => {
  const emulator = await startEmulator();
  const anonymous = connectTo(emulator, withoutAccount);
  await anonymous.getRoom(1).name;
  await anonymous.getRoom(1).join();
  expect(sent(emulator).filter((line) => line.startsWith('GET /') && !line.includes('/events/'))).toEqual([
    'GET /rooms/info/1',
  ]);

  let saved = '';
  const first = connectTo(emulator, { onCookies: (cookies) => (saved = JSON.stringify(cookies)) });
  await first.login();
  await first.close();
  emulator.control.requests.clear();
  const chat = connectTo(emulator, { cookies: saved });
  await chat.getRoom(1).name;
  expect((await chat.getMe()).id).toBe(accountOf(emulator).id);
  await say(chat, 'hello');
  expect(sent(emulator)).toEqual(['GET /rooms/info/1', 'POST /chats/1/messages/new']);
});

test('login takes another account, even right after one that was refused', async () => {
  const { emulator, chat } = await connect({ password: 'not-the-password' });
  const { email, password, id } = accountOf(emulator);
  expect(await rejection(chat.login())).toMatchObject({ code: 'WRONG_PASSWORD' });
  expect((await chat.login(email, password)).id).toBe(id);
  const other = accountOf(emulator, 1);
  expect((await chat.login(other.email, other.password)).id).toBe(other.id);
  await say(chat, 'hello');
  expect(emulator.control.messages(1).at(-1)?.userId).toBe(other.id);
  // Who is in already need not knock.
  emulator.control.requests.clear();
  expect((await chat.login(other.email, other.password)).id).toBe(other.id);
  expect(sent(emulator)).toEqual([]);
});

test('login does not take half an account', async () => {
  const { emulator, chat } = await connect();
  expect(await rejection(chat.login('ada@example.com'))).toMatchObject({ code: 'INVALID_REQUEST' });
  expect(await rejection(chat.login(undefined, 'secret'))).toMatchObject({ code: 'INVALID_REQUEST' });
  expect(sent(emulator)).toEqual([]);
});

test('logout stops the queue, leaves the rooms, and forgets who it was', async () => {
  const clock = createManualClock();
  const cookieStore = new MemoryCookieStore();
  const { emulator, chat } = await loggedIn({ cookieStore, clock });
  const rooms = [1, 12].map((roomId) => chat.getRoom(roomId));
  await Promise.all(rooms.map((room) => room.join()));
  emulator.control.refuseNextPosts(30);
  const waiting = rejection(say(chat, 'x'));
  await expect.poll(() => sent(emulator).at(-1)).toBe('POST /chats/1/messages/new');
  await chat.logout();
  expect(await waiting).toMatchObject({ kind: 'closed', code: 'CLOSED' });
  expect(sent(emulator).slice(-3)).toEqual([
    'POST /chats/leave/all',
    'GET /users/logout',
    'POST /users/logout',
  ]);
  for (const roomId of [1, 12]) {
    expect(emulator.control.events(roomId).at(-1)).toMatchObject({ event_type: 4 });
  }
  expect(await cookieStore.getAllCookies()).toEqual([]);
});

test.each([
  [
    'Cloudflare',
    { status: 403, body: '<title>Just a moment...</title>' },
    { kind: 'http', code: 'CLOUDFLARE' },
  ],
  [
    'a limit of the address',
    { status: 429, body: '<h1>Too Many Requests</h1>' },
    { kind: 'rate-limit', code: 'ADDRESS_LIMITED' },
  ],
])(
  'a login that %s stops is told as such, and not tried again for some minutes',
  async (_what, answer, expected) => {
    const clock = createManualClock();
    const { emulator, chat } = await connect({ clock });
    emulator.control.faults.add({
      fault: { kind: 'status', headers: { 'content-type': 'text/html' }, ...answer },
    });
    expect(await rejection(chat.login())).toMatchObject(expected);
    await clock.advance(119_000);
    expect(await rejection(chat.login())).toMatchObject(expected);
    expect(sent(emulator)).toEqual(['GET /users/login']);
    await clock.advance(1000);
    expect((await chat.login()).id).toBe(accountOf(emulator).id);
  },
);
