import { rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ChatEvent, ChatStateEvent } from '../src/index.js';
import { connect, connectTo, createFastClock, sent, somebodyElse } from './emulator.js';

const texts = (events: readonly ChatEvent[]): readonly (string | undefined)[] =>
  events.flatMap((event) => (event.type === 'message' ? [event.content] : []));

describe('while sockets fail', () => {
  test('it polls, loses nothing, and goes back to the socket when that works', async () => {
    const { emulator, chat } = await connect({ clock: createFastClock(40) }, { keepAliveMs: 300 });
    const { control } = emulator;
    const speaker = somebodyElse(emulator);
    const room = chat.getRoom(1);
    const states: ChatStateEvent[] = [];
    const events: ChatEvent[] = [];
    chat.on('state', (event) => states.push(event));
    await room.join();
    room.watch((event) => events.push(event));
    control.socketsRefused(true);
    control.say(1, speaker, 'one');
    control.cut('drop');
    control.say(1, speaker, 'two');
    await expect.poll(() => states.at(-1), { timeout: 10_000 }).toMatchObject({ to: 'ready', via: 'poll' });
    control.say(1, speaker, 'three');
    await expect.poll(() => texts(events), { timeout: 5000 }).toEqual(['one', 'two', 'three']);
    control.socketsRefused(false);
    await expect.poll(() => states.at(-1), { timeout: 10_000 }).toMatchObject({ to: 'ready', via: 'socket' });
    control.say(1, speaker, 'four');
    await expect.poll(() => texts(events)).toEqual(['one', 'two', 'three', 'four']);
    const polls = sent(emulator).filter((line) => line === 'POST /events').length;
    expect(polls).toBeGreaterThan(0);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    expect(sent(emulator).filter((line) => line === 'POST /events')).toHaveLength(polls);
    expect(states.map(({ to, via }) => via ?? to)).toContain('reconnecting');
  }, 30_000);
});

test('polls that fail leave nothing behind', async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error): void => void warnings.push(warning);
  process.on('warning', listen);
  onTestFinished(() => void process.off('warning', listen));
  // Hours of this clock, as it takes its time to load what a client needs.
  const limits = { timeoutMs: 36_000_000, totalTimeoutMs: 36_000_000 };
  const { emulator, chat } = await connect({ clock: createFastClock(1000), ...limits });
  const { control } = emulator;
  await chat.getRoom(1).join(limits);
  control.socketsRefused(true);
  control.faults.add({ fault: { kind: 'html', status: 502 }, match: { path: '/events' }, times: 1000 });
  control.cut('drop');
  const polls = (): number => sent(emulator).filter((line) => line === 'POST /events').length;
  await expect.poll(polls, { timeout: 20_000 }).toBeGreaterThan(15);
  expect(warnings).toEqual([]);
}, 30_000);

describe('after a reset', () => {
  test('a gap is told and the messages that are missing are fetched', async () => {
    const { emulator, chat } = await connect();
    const { control } = emulator;
    const speaker = somebodyElse(emulator);
    const room = chat.getRoom(1);
    const events: ChatEvent[] = [];
    await room.join();
    room.watch((event) => events.push(event));
    control.say(1, speaker, 'heard');
    await expect.poll(() => texts(events)).toEqual(['heard']);
    const lost = new Promise<void>((resolve) => {
      chat.on('state', ({ to }) => {
        if (to === 'reconnecting') resolve();
      });
    });
    control.socketsRefused(true);
    control.cut('drop');
    await lost;
    const missed = Array.from({ length: 120 }, (_, number) => `missed ${number}`);
    for (const text of missed) control.say(1, speaker, text);
    control.reset();
    control.socketsRefused(false);
    await expect.poll(() => texts(events).length, { timeout: 10_000 }).toBe(121);
    expect(texts(events)).toEqual(['heard', ...missed]);
    const gap = events.find(({ type }) => type === 'gap');
    expect(gap).toMatchObject({ recovered: 120, complete: true, room });
    control.say(1, speaker, 'and on');
    await expect.poll(() => texts(events).at(-1)).toBe('and on');
    expect(texts(events)).toHaveLength(122);
  }, 20_000);
});

describe('frames', () => {
  test.each(['lose', 'duplicate', 'swap'] as const)(
    'that are spoiled (%s) lose and double nothing',
    async (kind) => {
      const { emulator, chat } = await connect();
      const { control } = emulator;
      const speaker = somebodyElse(emulator);
      const room = chat.getRoom(1);
      const events: ChatEvent[] = [];
      await room.join();
      room.watch((event) => events.push(event));
      control.frameFaults.add({ fault: { kind } });
      for (const text of ['one', 'two', 'three']) control.say(1, speaker, text);
      await expect.poll(() => new Set(texts(events))).toEqual(new Set(['one', 'two', 'three']));
      expect(texts(events)).toHaveLength(3);
    },
  );

  test('that cannot be read are counted, told, and passed over', async () => {
    const { emulator, chat } = await connect();
    const { control } = emulator;
    const room = chat.getRoom(1);
    const events: ChatEvent[] = [];
    const unreadable: number[] = [];
    chat.on('unreadable', ({ count }) => unreadable.push(count));
    await room.join();
    room.watch((event) => events.push(event));
    control.frameFaults.add({ fault: { kind: 'garble' } });
    for (const text of ['one', 'two']) control.say(1, somebodyElse(emulator), text);
    await expect.poll(() => texts(events)).toEqual(['one', 'two']);
    expect(unreadable).toEqual([1]);
    expect(chat.state).toBe('ready');
  });
});

describe('listening', () => {
  test('a reply and a mention are events of their own, and the message comes once', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    await room.join();
    const events: ChatEvent[] = [];
    room.watch((event) => events.push(event));
    const question = await room.sendMessage('a question');
    emulator.control.say(1, somebodyElse(emulator), 'an answer', { replyTo: question.id });
    await expect.poll(() => events.map(({ type }) => type)).toEqual(['message', 'reply', 'message']);
    const last = events.at(-1);
    expect(last?.type === 'message' && (await last.message.parent)).toBe(question);
  });

  test('a slow reader is told, and the others go on', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    await room.join();
    const slow = room.newMessages();
    let count = 0;
    room.watch(() => {
      count += 1;
    });
    const speaker = somebodyElse(emulator);
    for (let index = 0; index <= 10_000; index += 1) emulator.control.say(1, speaker, `${index}`);
    await expect.poll(() => count, { timeout: 20_000 }).toBe(10_001);
    let read = 0;
    const error = await rejection(
      (async () => {
        for await (const message of slow) read += message.id > 0 ? 1 : 0;
      })(),
    );
    expect(error).toMatchObject({ kind: 'usage', code: 'SLOW_CONSUMER' });
    expect(read).toBe(10_000);
  }, 30_000);

  test('a callback that throws hurts nobody', async () => {
    const errors: unknown[] = [];
    const { emulator, chat } = await connect({ onListenerError: (error) => errors.push(error) });
    const room = chat.getRoom(1);
    const events: ChatEvent[] = [];
    await room.join();
    room.watch(() => {
      throw new Error('mine');
    });
    room.watch((event) => events.push(event));
    emulator.control.say(1, somebodyElse(emulator), 'x');
    await expect.poll(() => texts(events)).toEqual(['x']);
    expect(errors).toMatchObject([{ message: 'mine' }]);
  });

  test('a signal ends the listening', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    await room.join();
    const controller = new AbortController();
    const ended: ChatEvent[] = [];
    const events: ChatEvent[] = [];
    room.watch((event) => ended.push(event), { signal: controller.signal });
    room.watch((event) => events.push(event));
    controller.abort();
    emulator.control.say(1, somebodyElse(emulator), 'x');
    await expect.poll(() => texts(events)).toEqual(['x']);
    expect(ended).toEqual([]);
  });

  test('a room that is not there ends the iterator with the reason, and the client stays', async () => {
    const { chat } = await connect();
    expect(await rejection(chat.getRoom(9999).newEvents().next())).toMatchObject({ code: 'NOT_FOUND' });
    await chat.getRoom(1).join();
    expect(chat.state).toBe('ready');
  });
});

describe('connecting', () => {
  test('needs a room', async () => {
    const { chat } = await connect();
    expect(await rejection(chat.connect())).toMatchObject({ kind: 'usage', code: 'NOT_JOINED' });
  });

  test('a signal ends only the wait', async () => {
    const { chat } = await connect();
    await chat.getRoom(1).join();
    expect(await rejection(chat.connect({ signal: AbortSignal.abort('mine') }))).toBe('mine');
    await chat.connect();
    expect(chat.state).toBe('ready');
  });

  test('an address of somebody else is not connected to', async () => {
    const { emulator, chat } = await connect();
    emulator.control.faults.add({
      match: { path: '/ws-auth' },
      fault: { kind: 'status', status: 200, body: '{"url":"wss://evil.example/events/1/x"}' },
    });
    expect(await rejection(chat.getRoom(1).join())).toMatchObject({
      kind: 'protocol',
      code: 'UNEXPECTED_ADDRESS',
    });
  });

  test('an address on this machine may have another of its names', async () => {
    const { chat } = await connect({
      async fetch(input, init) {
        const answer = await fetch(input, init);
        return input.endsWith('/ws-auth')
          ? new Response((await answer.text()).replace('127.0.0.1', 'localhost'), answer)
          : answer;
      },
    });
    await chat.getRoom(1).join();
    expect(chat.state).toBe('ready');
  });

  test('one socket serves two rooms', async () => {
    const { emulator, chat } = await connect();
    for (const id of [1, 12]) await chat.getRoom(id).join();
    await expect.poll(() => emulator.control.sockets().length).toBe(1);
    const events = chat.events();
    emulator.control.say(12, somebodyElse(emulator), 'over there');
    expect((await events.next()).value).toMatchObject({ type: 'message', content: 'over there' });
  });
});

test('nothing is left after close', async () => {
  const { emulator, chat } = await connect();
  const other = connectTo(emulator, {}, 1);
  const room = chat.getRoom(1);
  await room.join();
  const events = room.newEvents();
  const all = chat.events();
  const states: string[] = [];
  chat.on('state', ({ to }) => states.push(to));
  await chat.close();
  expect((await events.next()).done).toBe(true);
  expect((await all.next()).done).toBe(true);
  expect(states).toEqual(['closed']);
  await expect.poll(() => emulator.control.sockets()).toEqual([]);
  for (const call of [room.join(), chat.connect(), room.sendMessage('x'), chat.getMe()]) {
    expect(await rejection(call)).toMatchObject({ kind: 'closed', code: 'CLOSED' });
  }
  await other.close();
  await other.close();
});
