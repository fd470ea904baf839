import { rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createChatExchange, type ChatEvent, type ChatExchange } from '../src/index.js';
import {
  connect,
  connectTo,
  createFastClock,
  sent,
  somebodyElse,
  startEmulator,
  type ChatEmulator,
} from './emulator.js';

const texts = (events: readonly ChatEvent[]): readonly (string | undefined)[] =>
  events.flatMap((event) => (event.type === 'message' ? [event.content] : []));

const sortedTexts = (events: readonly ChatEvent[]): readonly string[] =>
  texts(events)
    .map((text) => text ?? '')
    .toSorted((one, other) => one.localeCompare(other));

function ownerOf(emulator: ChatEmulator): ChatExchange {
  const { email, password } = emulator.credentials.owner;
  return connectTo(emulator, { email, password });
}

describe('rooms', () => {
  test('that were left and joined again are told of again', async () => {
    const { emulator, chat } = await connect();
    const speaker = somebodyElse(emulator);
    const [first, second] = [chat.getRoom(1), chat.getRoom(12)];
    const events: ChatEvent[] = [];
    chat.on('message', (event) => events.push(event));
    await first.join();
    await second.join();
    await second.leave();
    emulator.control.say(12, speaker, 'away');
    // Not waited for: who joins does so after that.
    const leaving = first.leave();
    await Promise.all([leaving, second.join(), first.join()]);
    for (const id of [1, 12]) emulator.control.say(id, speaker, `in ${id}`);
    await expect.poll(() => sortedTexts(events)).toEqual(['in 1', 'in 12']);
  });

  test('that are left while they are joined stay left', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    const joining = rejection(room.join());
    await room.leave();
    expect(await joining).toMatchObject({ kind: 'closed', code: 'LEFT' });
    emulator.control.say(1, somebodyElse(emulator), 'x');
    expect(chat.state).toBe('idle');
  });

  test('that are left while they are joined, and joined again at once, are joined', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    const events: ChatEvent[] = [];
    chat.on('message', (event) => events.push(event));
    const first = rejection(room.join());
    const leaving = room.leave();
    await room.join();
    await leaving;
    expect(await first).toMatchObject({ kind: 'closed', code: 'LEFT' });
    emulator.control.say(1, somebodyElse(emulator), 'there again');
    await expect.poll(() => texts(events)).toEqual(['there again']);
  });

  test('are entered although their socket fails at first, while that of another room lasts', async () => {
    const { emulator, chat } = await connect();
    const events: ChatEvent[] = [];
    chat.on('message', (event) => events.push(event));
    await chat.getRoom(1).join();
    const path = '/ws-auth';
    emulator.control.faults.add({ fault: { kind: 'reset' }, match: { path } });
    emulator.control.faults.add({ fault: { kind: 'html', status: 502 }, match: { path } });
    await chat.getRoom(12).join();
    emulator.control.say(12, somebodyElse(emulator), 'in 12');
    await expect.poll(() => texts(events)).toEqual(['in 12']);
    expect(sent(emulator).filter((line) => line === 'POST /ws-auth')).toHaveLength(4);
  });

  test('are all told of to who has no account, each by a socket of its own', async () => {
    const emulator = await startEmulator();
    const speaker = somebodyElse(emulator);
    const chat = createChatExchange({ chatRoot: emulator.url });
    onTestFinished(() => chat.close());
    const events: ChatEvent[] = [];
    chat.on('message', (event) => events.push(event));
    for (const id of [1, 12]) await chat.getRoom(id).join();
    for (const id of [1, 12, 1, 12]) emulator.control.say(id, speaker, `in ${id}`);
    await expect.poll(() => sortedTexts(events)).toEqual(['in 1', 'in 1', 'in 12', 'in 12']);
    expect(emulator.control.sockets()).toHaveLength(2);
    emulator.control.cut('drop');
    for (const id of [1, 12]) emulator.control.say(id, speaker, `later in ${id}`);
    await expect
      .poll(() => sortedTexts(events.slice(4)), { timeout: 5000 })
      .toEqual(['later in 1', 'later in 12']);
    await chat.getRoom(12).leave();
    await expect.poll(() => emulator.control.sockets().length).toBe(1);
  });

  test('that the account was taken out of elsewhere are entered again, and nothing is missed', async () => {
    const { emulator, chat } = await connect({ clock: createFastClock(40) }, { keepAliveMs: 300 });
    const speaker = somebodyElse(emulator);
    const events: ChatEvent[] = [];
    for (const id of [1, 12]) await chat.getRoom(id).join();
    chat.getRoom(12).watch((event) => events.push(event));
    // The same account, by a browser.
    const browser = connectTo(emulator);
    await browser.getRoom(12).leave();
    emulator.control.say(12, speaker, 'missed?');
    await expect.poll(() => texts(events), { timeout: 5000 }).toEqual(['missed?']);
    emulator.control.say(12, speaker, 'heard');
    await expect.poll(() => texts(events)).toEqual(['missed?', 'heard']);
    expect(events.some(({ type }) => type === 'leave')).toBe(true);
  });
});

describe('what owners do is told to those who are there', () => {
  test('a timeout once, with how long it is and why', async () => {
    const { emulator, chat } = await connect({}, { keepAliveMs: 50 });
    const told: unknown[] = [];
    chat.on('timeout', ({ room, leftMs, reason }) => told.push([room.id, leftMs > 50_000, reason]));
    await chat.getRoom(1).join();
    const room = ownerOf(emulator).getRoom(1);
    await room.timeout(60_000, 'Breathe');
    await expect.poll(() => told).toEqual([[1, true, 'Breathe']]);
    // Every frame says so.
    emulator.control.say(1, somebodyElse(emulator), 'x');
    emulator.control.say(1, somebodyElse(emulator), 'y');
    await expect.poll(() => emulator.control.sockets().length).toBe(1);
    expect(told).toHaveLength(1);
  });

  test('a kick, after the two events that it is made of', async () => {
    const { emulator, chat } = await connect();
    const victim = connectTo(emulator, {}, 1);
    for (const each of [chat, victim]) await each.getRoom(1).join();
    const events: ChatEvent[] = [];
    chat.getRoom(1).watch((event) => events.push(event));
    const { id } = await victim.getMe();
    await ownerOf(emulator).getRoom(1).kickMute(chat.getUser(id));
    await expect
      .poll(() => events.at(-1))
      .toMatchObject({
        type: 'kick',
        target: { id },
        user: { id: emulator.credentials.owner.id },
        room: { id: 1 },
      });
    const made = events.slice(-3).map(({ type }) => type);
    expect(made.toSorted()).toEqual(['access', 'kick', 'leave']);
  });

  test('a move, in the room that messages leave and in the one where they arrive', async () => {
    const { emulator, chat } = await connect();
    const owner = ownerOf(emulator);
    for (const id of [1, 12]) await chat.getRoom(id).join();
    const moves = chat.getRoom(1).newEvents('move');
    const arrivals = chat.getRoom(12).newEvents('move');
    const messages = ['a', 'b'].map((text) => {
      const id = emulator.control.say(1, somebodyElse(emulator), text);
      return owner.getMessage(id);
    });
    await owner.getRoom(1).moveMessages(messages, owner.getRoom(12));
    const ids = messages.map(({ id }) => ({ id }));
    const both = {
      count: 2,
      from: { id: 1 },
      to: { id: 12 },
      messages: ids,
      user: { id: emulator.credentials.owner.id },
    };
    expect((await moves.next()).value).toMatchObject({ ...both, direction: 'out' });
    expect((await arrivals.next()).value).toMatchObject({ ...both, direction: 'in' });
  });

  test('stars, with the counts since then and whose they are', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    await room.join();
    const stars = room.newEvents(6);
    const id = emulator.control.say(1, somebodyElse(emulator), 'look');
    await chat.getMessage(id).star();
    await ownerOf(emulator).getMessage(id).pin();
    expect((await stars.next()).value).toMatchObject({ stars: 1, pins: 0, byMe: true, starredByMe: true });
    expect((await stars.next()).value).toMatchObject({ pins: 1, byMe: false, message: { id } });
  });
});
