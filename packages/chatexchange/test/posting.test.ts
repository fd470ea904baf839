import { createManualClock } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { connect, createFastClock, sent, type ChatEmulator } from './emulator.js';

/** What an account has said in a room, oldest first, without what the emulated world began with. */
function said(emulator: ChatEmulator, from: number, roomId = 1): readonly string[] {
  return emulator.control
    .messages(roomId)
    .filter(({ id }) => id >= from)
    .map(({ source }) => source);
}

const posts = (emulator: ChatEmulator): number =>
  sent(emulator).filter((line) => line.endsWith('/messages/new')).length;

describe('a text that is passed over', () => {
  test('is refused unless told otherwise', async () => {
    const { chat } = await connect();
    const room = chat.getRoom(1);
    await room.sendMessage('again');
    expect(await rejection(room.sendMessage('again'))).toMatchObject({
      kind: 'refused',
      code: 'DUPLICATE_MESSAGE',
    });
  });

  test('is sent again with a blank before it, and then with one at both ends', async () => {
    const { emulator, chat } = await connect({ duplicates: 'resend' });
    const room = chat.getRoom(1);
    const { id } = await room.sendMessage('again');
    await room.sendMessage('again');
    await room.sendMessage(' again');
    expect(said(emulator, id)).toEqual(['again', ' again', '  again']);
    await room.sendMessage('again');
    expect(posts(emulator)).toBe(6);
  });

  test('is given up when blanks would make it too long', async () => {
    const { chat } = await connect({ duplicates: 'resend' });
    const room = chat.getRoom(1);
    const text = 'x'.repeat(500);
    await room.sendMessage(text);
    expect(await rejection(room.sendMessage(text))).toMatchObject({ code: 'DUPLICATE_MESSAGE' });
  });

  test('is the message that is there, for who does not mind', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    const first = await room.sendMessage('again');
    expect(await room.sendMessage('again', { duplicates: 'ignore' })).toBe(first);
    expect(said(emulator, first.id)).toEqual(['again']);
  });
});

describe('a text that is too long', () => {
  const words = Array.from({ length: 200 }, (_each, index) => `word${index}`).join(' ');

  test('is refused before anything is sent', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    for (const text of ['x'.repeat(501), `x\n${'y'.repeat(9999)}`]) {
      expect(await rejection(room.sendMessage(text))).toMatchObject({
        kind: 'usage',
        code: 'MESSAGE_TOO_LONG',
        retryable: false,
      });
    }
    expect(await rejection(room.sendMessage(words, { split: 'lines' }))).toMatchObject({
      code: 'MESSAGE_TOO_LONG',
    });
    expect(posts(emulator)).toBe(0);
  });

  test('becomes several messages with nothing between them, and a reply begins as one', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    const parent = await room.sendMessage('tell me more');
    const [first] = await Promise.all([
      parent.reply(words, { split: 'words' }),
      room.sendMessage('something else'),
    ]);
    const all = emulator.control.messages(1).filter(({ id }) => id > parent.id);
    expect(all).toHaveLength(4);
    expect(
      all
        .slice(0, 3)
        .map(({ source }) => source)
        .join(' '),
    ).toBe(words);
    expect(all.at(-1)?.source).toBe('something else');
    expect(all.map(({ parentId }) => parentId)).toEqual([parent.id, undefined, undefined, undefined]);
    expect(first.id).toBe(all[0]?.id);
  });

  test('gives all its messages to who asks for them', async () => {
    const { emulator, chat } = await connect();
    const messages = await chat.getRoom(1).sendMessages(words);
    const [{ id } = { id: 0 }] = messages;
    expect(messages).toHaveLength(3);
    expect(said(emulator, id).join(' ')).toBe(words);
  });

  test.each(['a long story '.repeat(100), 'x'.repeat(1500)])(
    'says all of a text that repeats itself (%#)',
    async (text) => {
      const { emulator, chat } = await connect();
      const [first] = await chat.getRoom(1).sendMessages(text);
      const all = said(emulator, first?.id ?? 0).map((part) => part.trim());
      expect(all.join(text.startsWith('x') ? '' : ' ')).toBe(text.trim());
      expect(all.length).toBeGreaterThan(2);
    },
  );

  test('tells what is there when the rest is refused, and is not to be sent again', async () => {
    const { emulator, chat } = await connect({
      fetch: async (input, init) => {
        const answer = await fetch(input, init);
        if (input.endsWith('/messages/new')) emulator.control.freeze(12);
        return answer;
      },
    });
    const room = chat.getRoom(12);
    const error = await rejection(room.sendMessages(words));
    expect(error).toMatchObject({ kind: 'refused', code: 'ROOM_FROZEN', retryable: false });
    const { details } = error as { readonly details?: { readonly sent: readonly unknown[] } };
    expect(details?.sent).toEqual([chat.getMessage(emulator.control.messages(12).at(-1)?.id ?? 0)]);
    expect(posts(emulator)).toBe(2);
  });
});

describe('sending aggressively', () => {
  test('joins what waits, unless it would become something else', async () => {
    const { emulator, chat } = await connect({ clock: createFastClock(5), sendAggressively: true });
    const [room, other] = [chat.getRoom(1), chat.getRoom(12)];
    const first = await room.sendMessage('first');
    emulator.control.refuseNextPosts(1);
    const texts = ['one', 'two', '*three*', 'four', '    code', '    more code', 'x'.repeat(497), 'y'];
    const calls = [
      ...texts.map((text) => room.sendMessage(text)),
      first.reply('a reply'),
      other.sendMessage('elsewhere'),
      room.sendMessage('here'),
    ];
    const messages = await Promise.all(calls);
    expect(said(emulator, first.id + 1)).toEqual([
      'one\ntwo',
      '*three*',
      'four',
      '    code\n    more code',
      `${'x'.repeat(497)}\ny`,
      'a reply',
      'here',
    ]);
    expect(messages[0]).toBe(messages[1]);
    expect(messages[4]).toBe(messages[5]);
    expect(messages[2]).not.toBe(messages[3]);
  });

  test('leaves out who has given up meanwhile', async () => {
    const { emulator, chat } = await connect({ clock: createFastClock(5), sendAggressively: true });
    const room = chat.getRoom(1);
    const { id } = await room.sendMessage('first');
    emulator.control.refuseNextPosts(1);
    const controller = new AbortController();
    const calls = ['one', 'two', 'three'].map((text, index) =>
      room.sendMessage(text, index === 1 ? { signal: controller.signal } : {}),
    );
    const aborted = rejection(calls[1] ?? Promise.resolve());
    await expect.poll(() => posts(emulator)).toBe(2);
    controller.abort('mine');
    expect(await aborted).toBe('mine');
    await Promise.all([calls[0], calls[2]]);
    expect(said(emulator, id)).toEqual(['first', 'one\nthree']);
  });
});

test('a message that the room does not show within a minute is given up, and not sent again', async () => {
  const clock = createManualClock();
  const { emulator, chat } = await connect({ clock, silenceMs: 600_000 });
  const room = chat.getRoom(1);
  await room.join();
  emulator.control.faults.add({
    match: { path: /messages\/new$/ },
    fault: { kind: 'drop', when: 'before' },
  });
  const from = clock.now();
  let settledAt: number | undefined;
  const sending = rejection(room.sendMessage('lost')).finally(() => {
    settledAt = clock.now();
  });
  await expect
    .poll(
      async () => {
        await clock.advance(1000);
        return settledAt ?? 0;
      },
      { interval: 5, timeout: 10_000 },
    )
    .toBeGreaterThanOrEqual(from + 60_000);
  expect(await sending).toMatchObject({ kind: 'timeout', code: 'SEND_UNCONFIRMED', retryable: false });
  expect(posts(emulator)).toBe(1);
});

test('the queue tells how many wait, and when all has gone', async () => {
  const { emulator, chat } = await connect({ clock: createFastClock(5) });
  const room = chat.getRoom(1);
  emulator.control.refuseNextPosts(1);
  const all = ['one', 'two', 'three'].map((text) => room.sendMessage(text));
  await expect.poll(() => chat.queue.posts).toBe(3);
  expect(chat.queue.votes).toBe(0);
  await chat.queue.drain();
  expect(chat.queue.posts).toBe(0);
  expect((await Promise.all(all)).map(({ id }) => id)).toEqual(
    emulator.control
      .messages(1)
      .slice(-3)
      .map(({ id }) => id),
  );
});
