import { expect, test } from 'vitest';
import { createManualClock } from '../../src/frame/index.js';
import { startStackExchangeEmulator } from '../../src/stack-exchange/index.js';
import { startChat } from './support.js';

test('the same seed gives the same world, another seed other ids and passwords', async () => {
  const describeWorld = async (seed: number): Promise<unknown> => {
    const { emulator, roomId } = await startChat({ seed });
    return { credentials: emulator.credentials, messages: emulator.control.messages(roomId) };
  };
  expect(await describeWorld(7)).toEqual(await describeWorld(7));
  expect(await describeWorld(8)).not.toEqual(await describeWorld(7));
});

test('the past holds replies, stars, an edit and a removal', async () => {
  const { emulator } = await startChat();
  const messages = [1, 12, 27, 31, 44].flatMap((room) => emulator.control.messages(room));
  expect(messages.filter(({ parentId }) => parentId !== undefined).length).toBeGreaterThan(3);
  expect(messages.filter(({ stars }) => stars > 0).length).toBeGreaterThan(1);
  expect(messages.filter(({ edits }) => edits > 0)).toHaveLength(1);
  expect(messages.filter(({ isDeleted }) => isDeleted)).toHaveLength(1);
  expect(messages.every(({ postedAt }) => postedAt < emulator.control.clock.now())).toBe(true);
});

test('both accounts may post in the room of the credentials', async () => {
  const chat = await startChat();
  for (const account of [chat.ada, chat.ravi]) {
    const browser = await chat.loggedIn(account);
    const answer = await browser.post(`/chats/${chat.roomId}/messages/new`, { text: 'hello' });
    expect(answer.json).toMatchObject({ id: expect.any(Number) as unknown });
  }
});

test('an owner and a moderator can log in, and the first two accounts are neither', async () => {
  const chat = await startChat();
  const { accounts, owner, moderator } = chat.emulator.credentials;
  const { json } = await chat
    .visitor()
    .get(`/user/info?roomId=1&ids=${accounts.map(({ id }) => id).join(',')}`);
  const { users } = json as { users: { id: number; is_owner: boolean; is_moderator: boolean }[] };
  const ranks = new Map(users.map((user) => [user.id, [user.is_owner, user.is_moderator]]));
  for (const { id } of accounts.slice(0, 2)) expect(ranks.get(id)).toEqual([false, false]);
  expect(ranks.get(owner.id)).toEqual([true, false]);
  expect(ranks.get(moderator.id)).toEqual([true, true]);
  for (const account of [owner, moderator]) {
    expect((await (await chat.loggedIn(account)).get('/')).text).toContain(`title="${account.name}"`);
  }
});

test('strangers cannot be made to speak, and nobody speaks in a room that is not', async () => {
  const { emulator, ada } = await startChat();
  expect(() => emulator.control.say(1, 5, 'hello')).toThrow('There is no user 5.');
  expect(() => emulator.control.say(5, ada.id, 'hello')).toThrow('There is no room 5.');
});

test('it runs on the time of the system unless told otherwise', async () => {
  const emulator = await startStackExchangeEmulator();
  const response = await fetch(`${emulator.url}/rooms/1`);
  await emulator.close();
  expect(response.status).toBe(200);
  expect(Math.abs(emulator.control.clock.now() - Date.now())).toBeLessThan(60_000);
  expect(createManualClock().now()).not.toBe(emulator.control.clock.now());
});

test.each([
  [-1, 'Community'],
  [-2, 'Feeds'],
])('user %i is %s, the system itself', async (id, name) => {
  const chat = await startChat();
  expect((await chat.visitor().get(`/users/${id}`)).text).toContain(`<h1>${name}</h1>`);
});
