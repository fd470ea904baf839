import { inspect } from 'node:util';
import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { accountOf, connect, sent } from './emulator.js';

test('what is only made, printed, spread, passed on or turned into JSON asks nothing', async () => {
  const { emulator, chat } = await connect();
  const room = chat.getRoom(1);
  const user = chat.getUser(7);
  const message = chat.getMessage(9);
  const printed = [room, user, message, room.name, user.reputation, message.content].map((value) =>
    inspect(value),
  );
  expect(printed[0]).toBe('Room { id: 1 }');
  expect(JSON.stringify([room, user, message])).toBe('[{"id":1},{"id":7},{"id":9}]');
  expect(Object.assign({}, room)).toEqual({ id: 1 });
  expect(room.known).toEqual({ id: 1 });
  await Promise.resolve();
  expect(sent(emulator)).toEqual([]);
});

test('who waits at the same time shares one request, and it fills all that its page carries', async () => {
  const { emulator, chat } = await connect();
  const room = chat.getRoom(1);
  const [name, users, messages, site, tags, owners] = await Promise.all([
    room.name,
    room.userCount,
    room.messageCount,
    room.parentSiteName,
    room.tags,
    room.owners,
  ]);
  expect({ name, users, messages, site, tags }).toEqual({
    name: 'Sandbox',
    users: 6,
    messages: 9,
    site: 'Meta Stack Exchange',
    tags: ['sandbox', 'testing'],
  });
  expect(await owners[0]?.name).toBe('Ilse de Haan');
  expect(room.known.name).toBe('Sandbox');
  expect(sent(emulator)).toEqual(['GET /rooms/info/1']);
});

test('a snapshot is plain, and asks anew only when told to', async () => {
  const { emulator, chat } = await connect();
  const { id } = accountOf(emulator);
  const user = chat.getUser(id);
  const snapshot = await user.load();
  expect(snapshot).toMatchObject({ id, name: 'Ada Brook', reputation: 1842, isModerator: false });
  expect(await user.load()).toEqual(snapshot);
  const asked = ['GET /user/info', `GET /users/${id}`];
  expect(sent(emulator)).toEqual(asked);
  await user.load({ refresh: true });
  expect(sent(emulator)).toEqual([...asked, ...asked]);
});

test('a failure appears where it is waited for, and is not kept', async () => {
  const { emulator, chat } = await connect({ retries: 0 });
  const room = chat.getRoom(1);
  emulator.control.faults.add({ fault: { kind: 'html', status: 503 } });
  expect(await rejection(room.name)).toMatchObject({ kind: 'http', status: 503 });
  expect(await room.name).toBe('Sandbox');
  expect(await rejection(chat.getUser(4_000_000).name)).toMatchObject({ code: 'NOT_FOUND' });
});

test('a page that has changed is told by its name and what it lacks', async () => {
  const { emulator, chat } = await connect();
  emulator.control.faults.add({ fault: { kind: 'html', status: 200, body: '<h1>New!</h1>' } });
  const error = await rejection(chat.getRoom(1).name);
  expect(error).toMatchObject({ kind: 'protocol', code: 'UNEXPECTED_PAGE' });
  expect((error as Error).message).toContain('/rooms/info has no .roomcard-xxl h1');
});

test('a private room is told from one that does not exist, after a login', async () => {
  const { emulator, chat } = await connect({}, {});
  const codes = await Promise.all(
    [44, 31, 12, 27].map((id) =>
      chat
        .getRoom(id)
        .name.then(() => 'open')
        .catch((error: unknown) => (error as { code: string }).code),
    ),
  );
  expect(codes).toContain('ROOM_PRIVATE');
  expect(sent(emulator)).toContain('POST /users/login');
});

test('objects are the same while they are held, and no longer', async () => {
  const { chat } = await connect();
  const room = chat.getRoom(1);
  expect(chat.getRoom(1)).toBe(room);
  const reference = new WeakRef(chat.getRoom(2));
  const { gc } = globalThis as { gc?: () => void };
  expect(reference.deref()?.id ?? 2).toBe(2);
  gc?.();
});
