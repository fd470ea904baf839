import { expect, test, vi } from 'vitest';
import { createChatExchange, type ChatEvent } from '../src/index.js';
import { accountOf, connect, connectTo, sent, somebodyElse, startEmulator } from './emulator.js';

// The examples in the overview of the Python library, in its order, as far as this client goes.

test('Client: hello, world', async () => {
  const emulator = await startEmulator();
  const { email, password } = accountOf(emulator);
  {
    await using chat = createChatExchange({
      host: 'stackexchange.com',
      email,
      password,
      chatRoot: emulator.url,
    });
    const sandbox = chat.getRoom(1);
    await sandbox.sendMessage('hello, world');
  }
  expect(emulator.control.messages(1).at(-1)?.source).toBe('hello, world');
});

test('Common object behaviours: a value is fetched when it is first waited for', async () => {
  const { emulator, chat } = await connect();
  const sandbox = chat.getRoom(1);
  expect(await sandbox.name).toBe('Sandbox');
  expect(await sandbox.description).toMatch(/^Where you can play/);
  expect(sent(emulator)).toEqual(['GET /rooms/info/1']);
});

test('Common object behaviours: a room that does not exist fails where it is waited for', async () => {
  const { chat } = await connect();
  const nonexistentRoom = chat.getRoom(99_999_999);
  await expect(nonexistentRoom.name).rejects.toMatchObject({
    kind: 'refused',
    code: 'NOT_FOUND',
    status: 404,
  });
});

test('Common object behaviours: one instance for one id', async () => {
  const { chat } = await connect();
  const myUser = await chat.getMe();
  expect(chat.getUser(myUser.id)).toBe(myUser);
});

test('Room: who enters and who leaves', async () => {
  const { emulator, chat } = await connect();
  const sandbox = chat.getRoom(1);
  await sandbox.join();
  const seen: string[] = [];
  const events = sandbox.newEvents();
  const other = connectTo(emulator, {}, 1);
  await other.getRoom(1).join();
  await other.getRoom(1).leave();
  for await (const event of events) {
    if (event.type === 'enter') seen.push(`A user entered: ${await event.user?.name}`);
    if (event.type === 'leave') seen.push(`A user left: ${await event.user?.name}`);
    if (event.type === 'leave') break;
  }
  expect(seen).toEqual(['A user entered: Ravi Menon', 'A user left: Ravi Menon']);
});

test('Room: watch calls back for every event', async () => {
  const { emulator, chat } = await connect();
  const callback = vi.fn<(event: ChatEvent) => void>();
  const off = chat.getRoom(1).watch(callback);
  await expect.poll(() => chat.state).toBe('ready');
  emulator.control.say(1, somebodyElse(emulator), 'seen');
  await expect.poll(() => callback.mock.calls.map(([{ type }]) => type)).toContain('message');
  off();
});

test('Message: the first who is not me gets a reply', async () => {
  const { emulator, chat } = await connect();
  const me = await chat.getMe();
  const sandbox = chat.getRoom(1);
  await sandbox.join();
  const messages = sandbox.newMessages();
  await sandbox.sendMessage("I'm going to answer the next message I see!");
  const id = emulator.control.say(1, somebodyElse(emulator), 'Me?');
  for await (const message of messages) {
    if ((await message.owner) !== me) {
      await message.reply("You're the lucky one today!");
      break;
    }
  }
  expect(emulator.control.messages(1).at(-1)).toMatchObject({
    parentId: id,
    source: "You're the lucky one today!",
  });
});

test('User: am I a moderator', async () => {
  const { emulator, chat } = await connect();
  expect(await (await chat.getMe()).isModerator).toBe(false);
  expect(await chat.getUser(emulator.credentials.moderator.id).isModerator).toBe(true);
});
