import { expect, test, vi } from 'vitest';
import { createChatExchange, type ChatEvent, type ChatExchange } from '../src/index.js';
import { accountOf, connect, connectTo, sent, somebodyElse, startEmulator } from './emulator.js';

// Each piece of code in the overview of the Python library, in its order, line for line; what it prints is collected.

test('Client: hello, world', async () => {
  const emulator = await startEmulator();
  const host = 'stackexchange.com';
  const { email, password } = accountOf(emulator);
  {
    await using chat = createChatExchange({ host, email, password, chatRoot: emulator.url });
    const sandbox = chat.getRoom(1);
    await sandbox.sendMessage('hello, world');
  }
  expect(emulator.control.messages(1).at(-1)?.source).toBe('hello, world');
});

test('Client: logged in by `login` instead of the options, and closed by `logout`', async () => {
  const emulator = await startEmulator();
  const { email, password, name } = accountOf(emulator);
  const chat = createChatExchange({ chatRoot: emulator.url });
  await chat.login(email, password);
  expect(await (await chat.getMe()).name).toBe(name);
  await chat.logout();
  expect(sent(emulator).at(-1)).toBe('POST /users/logout');
  expect(chat.state).toBe('closed');
});

test('Common object behaviours: a value is fetched when it is first waited for, with its neighbours', async () => {
  const { emulator, chat } = await connect();
  const sandbox = chat.getRoom(1);
  expect(await sandbox.name).toBe('Sandbox');
  expect(sent(emulator)).toEqual(['GET /rooms/info/1']);
  expect(await sandbox.description).toMatch(/^Where you can play/);
  expect(sent(emulator)).toEqual(['GET /rooms/info/1']);
});

test('Common object behaviours: a room that does not exist fails where it is waited for', async () => {
  const { emulator, chat } = await connect();
  const nonexistentRoom = chat.getRoom(99_999_999);
  expect(sent(emulator)).toEqual([]);
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

test('Room: who is there, who enters and who leaves', async () => {
  const { emulator, chat } = await connect();
  const printed: string[] = [];
  const sandbox = chat.getRoom(1);
  await sandbox.join();

  printed.push(`Joined room ${await sandbox.name} (${await sandbox.description})`);

  const names = (await sandbox.getCurrentUsers()).map((user) => user.name);
  printed.push(`Users currently in room: ${(await Promise.all(names)).join(', ')}`);

  const events = sandbox.newEvents();
  await comeAndGo(connectTo(emulator, {}, 1));
  for await (const event of events) {
    if (event.type === 'enter') {
      printed.push(`A user entered: ${await event.user?.name}`);
    } else if (event.type === 'leave') {
      printed.push(`A user left: ${await event.user?.name}`);
      break;
    }
  }

  expect(printed).toEqual([
    'Joined room Sandbox (Where you can play with chat features (except flagging) without upsetting anyone)',
    'Users currently in room: Ilse de Haan, Tomasz Wójcik, Kestrel, Ada Brook',
    'A user entered: Ravi Menon',
    'A user left: Ravi Menon',
  ]);
});

async function comeAndGo(chat: ChatExchange): Promise<void> {
  await chat.getRoom(1).join();
  await chat.getRoom(1).leave();
}

test('Room: `watch` calls back for every event', async () => {
  const { emulator, chat } = await connect();
  const callback = vi.fn<(event: ChatEvent) => void>();
  const off = chat.getRoom(1).watch(callback);
  await expect.poll(() => chat.state).toBe('ready');
  emulator.control.say(1, somebodyElse(emulator), 'seen');
  await expect.poll(() => callback.mock.calls.map(([{ type }]) => type)).toContain('message');
  off();
});

test('Message: the first who is not me gets a reply and a star', async () => {
  const { emulator, chat } = await connect();
  const me = await chat.getMe();

  const sandbox = chat.getRoom(1);
  await sandbox.join();

  const messages = sandbox.newMessages();
  await sandbox.sendMessage("I'm going to star the next message I see!");
  const id = emulator.control.say(1, somebodyElse(emulator), 'Me?');

  for await (const message of messages) {
    if ((await message.owner) !== me) {
      await message.reply("You're the lucky one today!");
      await message.star();
      break;
    }
  }

  const said = emulator.control.messages(1);
  expect(said.find((message) => message.id === id)?.stars).toBe(1);
  expect(said.at(-1)).toMatchObject({ parentId: id, source: "You're the lucky one today!" });
});

test('User: the community bot, and whether I am a moderator', async () => {
  const { emulator, chat } = await connect();
  const communityBot = chat.getUser(-1);
  expect(await communityBot.name).toBe('Community');

  const verdict = async (client: ChatExchange): Promise<string> =>
    (await (await client.getMe()).isModerator) ? 'Activating Self-Destruct Sequence' : 'Access Denied';
  expect(await verdict(chat)).toBe('Access Denied');
  const { email, password } = emulator.credentials.moderator;
  const moderator = connectTo(emulator, { email, password });
  expect(await verdict(moderator)).toBe('Activating Self-Destruct Sequence');
});
