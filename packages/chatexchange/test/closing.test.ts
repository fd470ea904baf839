import { rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ChatExchange } from '../src/index.js';
import { connect, sent } from './emulator.js';

const closed = { kind: 'closed', code: 'CLOSED' };

describe('who watches a room', () => {
  const ways: Readonly<Record<string, (chat: ChatExchange) => Promise<void>>> = {
    'closes the client': (chat) => chat.close(),
    'leaves the room': (chat) => chat.getRoom(1).leave(),
    'leaves all rooms': (chat) => chat.leaveAll(),
  };
  test.each(Object.entries(ways))('and %s before it is entered is told of no error', async (_what, end) => {
    const errors: unknown[] = [];
    const { chat, emulator } = await connect({ onListenerError: (error) => errors.push(error) });
    emulator.control.faults.add({ fault: { kind: 'delay', ms: 200 }, match: { path: '/ws-auth' } });
    chat.getRoom(1).watch(() => undefined);
    await end(chat);
    await expect.poll(() => chat.state).not.toBe('connecting');
    await chat.close();
    await chat.close();
    expect(errors).toEqual([]);
  });

  test('hears of the error of a callback, whether it throws or its promise is rejected', async () => {
    const errors: unknown[] = [];
    const { chat } = await connect({ onListenerError: (error) => errors.push(error) });
    const room = chat.getRoom(1);
    await room.join();
    room.watch(() => {
      throw new Error('at once');
    });
    room.watch(async () => {
      await Promise.resolve();
      throw new Error('later');
    });
    await room.sendMessage('hello');
    await expect.poll(() => errors).toEqual([new Error('at once'), new Error('later')]);
  });
});

describe('closing ends', () => {
  const stages: Readonly<
    Record<string, readonly [path: string, call: (chat: ChatExchange) => Promise<unknown>]>
  > = {
    'a login': ['/users/login', (chat) => chat.login()],
    'a login by cookie': ['/', (chat) => chat.loginWithCookie('t=a&s=b')],
    'the reading of a property': ['/rooms/info/1', async (chat) => chat.getRoom(1).name],
    'the reading of a list': ['/transcript/1', (chat) => chat.getRoom(1).transcript().toArray()],
    'a change': ['/messages/ack', (chat) => chat.acknowledge([1])],
    'a message': ['/chats/1/messages/new', (chat) => chat.getRoom(1).sendMessage('hello')],
    'the entering of a room': ['/ws-auth', (chat) => chat.getRoom(1).join()],
  };
  test.each(Object.entries(stages))('%s, and the request that is on its way', async (_what, [path, call]) => {
    const { chat, emulator } = await connect();
    emulator.control.faults.add({ fault: { kind: 'delay', ms: 60_000 }, match: { path }, times: 100 });
    const failed = rejection(call(chat));
    await expect.poll(() => sent(emulator).some((line) => line.endsWith(` ${path}`))).toBe(true);
    await chat.close();
    expect(await failed).toMatchObject(closed);
  });

  test('the pause between two pages of a list', async () => {
    const { chat, emulator } = await connect();
    const failed = rejection(chat.getRoom(1).history({ pageSize: 1, pauseMs: 600_000 }).toArray());
    await expect.poll(() => sent(emulator)).toContain('POST /chats/1/events');
    await chat.close();
    expect(await failed).toMatchObject(closed);
  });
});

test('who is closed asks for nothing more, whatever it is', async () => {
  const { chat, emulator } = await connect();
  await chat.login();
  await chat.close();
  const before = sent(emulator).length;
  const room = chat.getRoom(1);
  const calls = [
    async () => room.name,
    () => room.getCurrentUsers(),
    () => chat.rooms().toArray(),
    () => chat.login(),
  ];
  for (const call of calls) expect(await rejection(call())).toMatchObject(closed);
  expect(sent(emulator)).toHaveLength(before);
});

test('logging out ends the login at the service, and then the client', async () => {
  const { chat, emulator } = await connect();
  await chat.getRoom(1).join();
  await chat.logout();
  expect(sent(emulator).slice(-2)).toEqual(['GET /users/logout', 'POST /users/logout']);
  expect(sent(emulator)).toContain('POST /chats/leave/all');
  expect(await rejection(Promise.resolve(chat.getRoom(1).description))).toMatchObject(closed);
});

test('many calls at once make Node.js warn of nothing', async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error): void => void warnings.push(warning);
  process.on('warning', listen);
  onTestFinished(() => void process.off('warning', listen));
  const { chat } = await connect();
  const rooms = Array.from({ length: 30 }, () => chat.getRoom(1).getCurrentUsers());
  await Promise.all(rooms);
  await new Promise(setImmediate);
  expect(warnings).toEqual([]);
});
