import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import type { Clock, UnconfirmedMessage } from '../src/index.js';
import { createIds } from '../src/rtm/ids.js';
import { plainText } from '../src/live/plain-text.js';
import { behaviour } from './behaviours.js';
import {
  comeBack,
  connect,
  connectStill,
  createFastClock,
  setUpRtm,
  settlesAt,
  type SlackEmulator,
} from './setup.js';
import { pass, passUntil } from './time.js';

const isReply = (text: string): boolean => text.includes('"reply_to"') && !text.includes('"pong"');
const isOwn = (text: string): boolean => text.includes('"message"') || isReply(text);

const sentFrames = ({ control }: SlackEmulator, type = 'message') =>
  control.sends.filter(({ frame }) => frame?.['type'] === type);

const sentTexts = (emulator: SlackEmulator): unknown[] =>
  sentFrames(emulator).map(({ frame }) => frame?.['text']);

const sentIds = (emulator: SlackEmulator): number[] =>
  emulator.control.sends.map(({ frame }) => Number(frame?.['id']));

const storedTexts = ({ control }: SlackEmulator, channel: string): string[] =>
  control.messages(channel).map(({ text }) => text);

describe('a message', () => {
  test(behaviour(33), async () => {
    const { emulator, slack, channel } = await connect();
    const sent = await slack.send(channel, 'see https://example.com');
    expect(sent).toEqual({ channel, ts: sent.ts, text: 'see <https://example.com>' });
    const stored = emulator.control.messages(channel).at(-1);
    expect(stored).toMatchObject({ ts: sent.ts, userId: emulator.credentials.botUserId });
    expect(emulator.control.sends.at(-1)?.frame).toEqual({
      id: 1,
      type: 'message',
      channel,
      text: 'see https://example.com',
    });
  });

  test('can be a reply, and shown in the channel too', async () => {
    const { emulator, slack, channel } = await connect();
    const threadTs = emulator.control.say(channel, emulator.credentials.userName, 'a question');
    await slack.send(channel, 'an answer', { threadTs, replyBroadcast: true });
    expect(emulator.control.messages(channel).at(-1)).toMatchObject({ text: 'an answer', threadTs });
    expect(emulator.control.sends.at(-1)?.frame).toMatchObject({
      thread_ts: threadTs,
      reply_broadcast: true,
    });
  });

  test(behaviour(36), async () => {
    const { slack } = await connect();
    const error = await rejection(slack.send('C0NOWHERE', 'hello?'));
    expect(error).toMatchObject({ name: 'SlackError', kind: 'refused', retryable: false });
    expect((error as { code: string }).code).toMatch(/^-?\d+$/);
    expect(String(error)).toContain('channel_not_found');
  });

  test.each([
    ['a word', 'not_now', 'not_now', 'was refused with not_now'],
    ['a sentence', { msg: 'not now' }, 'SEND_REFUSED', 'was refused with SEND_REFUSED: not now'],
    ['nothing', null, 'SEND_REFUSED', 'was refused with SEND_REFUSED'],
  ])('is refused with %s', async (_, error, code, words) => {
    const { emulator, slack, channel } = await connect();
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'lose' } });
    const sending = rejection(slack.send(channel, 'hello?'));
    await expect.poll(() => emulator.control.sends).toHaveLength(1);
    emulator.control.send({ ok: false, reply_to: 1, error });
    const refused = await sending;
    expect(refused).toMatchObject({ kind: 'refused', code, retryable: false });
    expect(String(refused)).toMatch(new RegExp(`${words}$`));
  });

  test('whose acknowledgement does not say where it is gets that from its event', async () => {
    const { emulator, slack, channel } = await connect({}, { switches: { echoOwnMessages: true } });
    emulator.control.frameFaults.add({ match: isOwn, fault: { kind: 'lose' }, times: 2 });
    const sending = slack.send(channel, 'where?');
    await expect.poll(() => storedTexts(emulator, channel)).toContain('where?');
    const { ts, text } = emulator.control.messages(channel).at(-1) ?? {};
    emulator.control.send({ ok: true, reply_to: 1 });
    emulator.control.send({
      type: 'message',
      channel,
      user: emulator.credentials.botUserId,
      text,
      ts,
    });
    expect(await sending).toEqual({ channel, ts, text: 'where?' });
  });

  test.each<[string, string, string, RegExp]>([
    ['no channel', '', 'text', /channel/],
    ['no text', 'C1', '', /text/],
    ['more than 4,000 characters', 'C1', 'x'.repeat(4001), /4000 characters/],
    ['more than 16 kB', 'C1', '😀'.repeat(4000), /bytes/],
  ])('with %s is refused before it is sent', async (_name, channel, text, words) => {
    const { emulator, slack } = await connect();
    const error = await rejection(slack.send(channel, text));
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
    expect(String(error)).toMatch(words);
    expect(emulator.control.sends).toEqual([]);
  });

  test(behaviour(41), async () => {
    const { emulator, slack, channel } = await connect();
    for (const text of ['ü'.repeat(4001), '\u0001'.repeat(3000)]) {
      expect(await rejection(slack.send(channel, text))).toMatchObject({
        kind: 'usage',
        code: 'INVALID_REQUEST',
      });
    }
    expect(emulator.control.sends).toEqual([]);
    // A pair of surrogates is one character.
    expect((await slack.send(channel, 'ü'.repeat(4000))).text).toHaveLength(4000);
    expect((await slack.send(channel, '😀'.repeat(3900))).text).toBe('😀'.repeat(3900));
    expect(slack.state).toBe('ready');
  });
});

describe('several messages', () => {
  test(behaviour(34), async () => {
    const { clock, emulator, slack, channel } = await connectStill({ pingIntervalMs: 1000 });
    await slack.send(channel, 'before');
    await pass(clock, 3000);
    await comeBack(clock, slack, () => {
      emulator.control.cut('drop');
    });
    await slack.send(channel, 'after');
    const ids = sentIds(emulator);
    expect(ids).toEqual(ids.map((_, index) => index + 1));
    expect(new Set(emulator.control.sends.map(({ connectionId }) => connectionId)).size).toBe(2);
  });

  test(behaviour(34, 'beyond the last they begin anew'), () => {
    const nextId = createIds(2 ** 31 - 3);
    expect([nextId(), nextId(), nextId(), nextId()]).toEqual([2 ** 31 - 2, 2 ** 31 - 1, 1, 2]);
  });

  test(behaviour(43, 'in a channel, also where some of it goes by the Web API'), async () => {
    const { clock, emulator, slack, channel } = await connectStill({ rateLimit: 'wait' });
    const at: number[] = [];
    const note = (): number => at.push(clock.now());
    const all = Array.from({ length: 20 }, (_, number) =>
      number % 2 === 0
        ? slack.send(channel, `${number}`).then(note)
        : slack.web.chat.postMessage({ channel, text: `${number}` }).then(note),
    );
    await passUntil(clock, () => at.length === 20, 50);
    await Promise.all(all);
    expect(storedTexts(emulator, channel).filter((text) => /^\d+$/.test(text))).toHaveLength(20);
    const times = emulator.control
      .messages(channel)
      .filter(({ text }) => /^\d+$/.test(text))
      .map(({ ts }) => Math.round(Number(ts) * 1000));
    // What goes by HTTP may arrive one step of the clock later than it left.
    for (const [index, time] of times.entries()) {
      expect(time - (times[index - 3] ?? -Infinity)).toBeGreaterThanOrEqual(900);
    }
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(16_900);
  });

  test(behaviour(43), async () => {
    const { clock, emulator, slack, channel } = await connectStill();
    const all = Array.from({ length: 60 }, (_, number) => slack.send(channel, `${number}`));
    await passUntil(clock, () => sentTexts(emulator).length === 60, 100);
    await Promise.all(all);
    expect(sentTexts(emulator)).toEqual(all.map((_, number) => `${number}`));
    const times = sentFrames(emulator).map(({ at }) => at);
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBe(0);
    for (const [index, at] of times.entries()) {
      expect(at - (times[index - 3] ?? -Infinity)).toBeGreaterThanOrEqual(1000);
    }
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(57_000);
    // No more slowly than it must, either.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(58_000);
  });

  test(behaviour(43, 'unless it is told that there is no such limit'), async () => {
    const { clock, emulator, slack, channel } = await connectStill({ paceSends: false });
    const began = clock.now();
    await Promise.all(Array.from({ length: 60 }, async (_, number) => slack.send(channel, `${number}`)));
    expect(sentTexts(emulator)).toHaveLength(60);
    expect(clock.now()).toBe(began);
  });

  test(behaviour(43, 'pings do not wait for their turn'), async () => {
    const { clock, emulator, slack, channel } = await connectStill({ pingIntervalMs: 250 });
    const all = Array.from({ length: 8 }, (_, number) => slack.send(channel, `${number}`));
    await pass(clock, 2000);
    expect(sentFrames(emulator, 'ping').length).toBeGreaterThan(0);
    expect(sentTexts(emulator).length).toBeLessThan(8);
    await passUntil(clock, () => sentTexts(emulator).length === 8);
    await Promise.all(all);
  });

  test(behaviour(35), async () => {
    const { emulator, slack, channel } = await connect();
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'swap' } });
    const [one, two] = await Promise.all([slack.send(channel, 'one'), slack.send(channel, 'two')]);
    expect([one.text, two.text]).toEqual(['one', 'two']);
    expect(one.ts < two.ts).toBe(true);
  });

  test(behaviour(39), async () => {
    const { clock, emulator, slack, channel } = await connectStill();
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'delay', ms: 30_000 } });
    const settled: string[] = [];
    const all = ['slow', 'second', 'third', 'fourth'].map(async (text) => {
      await slack.send(channel, text);
      settled.push(text);
    });
    await passUntil(clock, () => settled.length === 3);
    expect(settled).toEqual(['second', 'third', 'fourth']);
    expect(sentTexts(emulator)).toEqual(['slow', 'second', 'third', 'fourth']);
    await passUntil(clock, () => settled.length === 4, 1000);
    await Promise.all(all);
  });

  test('are a hundred at most that wait', async () => {
    const { slack, channel } = await connect();
    const all = Array.from({ length: 104 }, (_, number) => slack.send(channel, `${number}`));
    const settling = Promise.allSettled(all);
    expect(await rejection(all[103] as Promise<unknown>)).toMatchObject({
      kind: 'usage',
      code: 'QUEUE_FULL',
    });
    await slack.close();
    const settled = await settling;
    const codes = settled.map((each) =>
      each.status === 'rejected' ? (each.reason as { code: string }).code : 'sent',
    );
    expect(codes.filter((code) => code === 'CLOSED')).toHaveLength(100);
  });

  test(behaviour(42), async () => {
    const { clock, emulator, slack, channel } = await connectStill();
    emulator.control.configure({ flood: { perSecond: 1, burst: 1, patience: 30 } });
    const texts = ['a', 'b', 'c'];
    const all = Promise.all(texts.map((text) => slack.send(channel, text)));
    await passUntil(clock, () => storedTexts(emulator, channel).slice(-3).join('') === 'abc');
    const sent = await all;
    expect(sent.map(({ text }) => text)).toEqual(texts);
    // What was refused went once more, under an id of its own, and in its order.
    expect(sentTexts(emulator)).toEqual(['a', 'b', 'c', 'b', 'c']);
    expect(sentIds(emulator)).toEqual([1, 2, 3, 4, 5]);
    const times = sentFrames(emulator).map(({ at }) => at);
    expect((times[3] ?? 0) - (times[2] ?? 0)).toBeGreaterThanOrEqual(1000);
    // From then on it goes slowly, and not three at once.
    expect((times[4] ?? 0) - (times[3] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  test(behaviour(42, 'refused again, it is given back'), async () => {
    const { clock, emulator, slack, channel } = await connectStill();
    emulator.control.configure({ flood: { perSecond: 0, burst: 0, patience: 30 } });
    const sending = rejection(slack.send(channel, 'a'));
    await passUntil(clock, () => sentTexts(emulator).length === 2);
    expect(await sending).toMatchObject({
      kind: 'rate-limit',
      code: '-1',
      retryable: true,
      retryAfterMs: 1000,
    });
    await pass(clock, 10_000, 100);
    expect(sentTexts(emulator)).toEqual(['a', 'a']);
    expect(storedTexts(emulator, channel)).not.toContain('a');
  });

  test(behaviour(42, 'one whose connection falls meanwhile was not sent'), async () => {
    const { clock, emulator, slack, channel } = await connectStill();
    emulator.control.configure({ flood: { perSecond: 0, burst: 0, patience: 30 } });
    const sending = rejection(slack.send(channel, 'a'));
    await pass(clock, 200);
    emulator.control.cut('drop');
    expect(await sending).toMatchObject({ kind: 'closed', code: 'NOT_READY', retryable: true });
  });
});

describe('without a connection, a message', () => {
  test(behaviour(38), async () => {
    const { emulator, slack, channel } = await setUpRtm();
    expect(await rejection(slack.send(channel, 'early'))).toMatchObject({
      kind: 'closed',
      code: 'NOT_READY',
      retryable: true,
    });
    expect(await rejection(slack.send(channel, 'early', { waitMs: 20 }))).toMatchObject({
      code: 'NOT_READY',
    });
    const sending = slack.send(channel, 'patient', { waitMs: 5000 });
    await slack.connect();
    await sending;
    expect(sentTexts(emulator)).toEqual(['patient']);
    await slack.close();
    expect(await rejection(slack.send(channel, 'late', { waitMs: 5000 }))).toMatchObject({
      kind: 'closed',
      code: 'CLOSED',
      retryable: false,
    });
  });

  test('is taken back with its signal', async () => {
    const { emulator, slack, channel } = await setUpRtm();
    const controller = new AbortController();
    const sending = rejection(slack.send(channel, 'never', { waitMs: 5000, signal: controller.signal }));
    controller.abort('changed my mind');
    expect(await sending).toBe('changed my mind');
    await slack.connect();
    await slack.send(channel, 'instead');
    expect(sentTexts(emulator)).toEqual(['instead']);
  });

  test('that waits for its turn when the connection is lost was not sent', async () => {
    const { emulator, slack, channel } = await connect();
    const all = ['a', 'b', 'c', 'd'].map((text) => slack.send(channel, text));
    await Promise.all(all.slice(0, 3));
    emulator.control.cut('drop');
    expect(await rejection(all[3] as Promise<unknown>)).toMatchObject({
      kind: 'closed',
      code: 'NOT_READY',
      retryable: true,
    });
    expect(sentTexts(emulator)).toEqual(['a', 'b', 'c']);
  });
});

describe('a message in doubt', () => {
  test(behaviour(40), async () => {
    const { clock, emulator, slack, channel } = await connectStill();
    emulator.control.configure({ replayLostReply: false });
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'cut' } });
    const sentAt = new Date(clock.now());
    let sending: Promise<unknown> = Promise.resolve();
    await comeBack(clock, slack, () => {
      sending = rejection(slack.send(channel, 'are you there?'));
    });
    await pass(clock, 58_000, 1000);
    let isSettled = false;
    void sending.then(() => (isSettled = true));
    await pass(clock, 100);
    expect(isSettled).toBe(false);
    await pass(clock, 3000, 100);
    const error = await sending;
    expect(error).toMatchObject({ kind: 'timeout', code: 'SEND_UNCONFIRMED', retryable: false });
    const { details } = error as { readonly details: UnconfirmedMessage };
    expect(details).toEqual({ id: 1, channel, text: 'are you there?', sentAt });
    expect(Object.keys(error as object)).not.toContain('details');
    expect(String(error)).not.toContain('there?');
    // It did arrive, which nobody knew; so it was right not to send it again.
    expect(storedTexts(emulator, channel).filter((text) => text === 'are you there?')).toHaveLength(1);
    expect(sentTexts(emulator)).toHaveLength(1);
  });

  test(behaviour(40, 'the answer that the next connection repeats'), async () => {
    const { clock, emulator, slack, channel } = await connectStill();
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'cut' } });
    const sending = slack.send(channel, 'did it arrive?');
    await passUntil(clock, () => emulator.control.connections()[0]?.id === 'connection-2');
    const { ts } = await sending;
    expect(emulator.control.messages(channel).at(-1)).toMatchObject({ ts, text: 'did it arrive?' });
    expect(sentTexts(emulator)).toEqual(['did it arrive?']);
  });

  test('is not settled by an answer that is repeated to another client of the token', async () => {
    const { clock, emulator, slack, channel } = await connectStill();
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'lose' } });
    const sending = rejection(slack.send(channel, 'mine'));
    await pass(clock, 100);
    emulator.control.send({
      reply_to: 1,
      type: 'message',
      channel: emulator.credentials.otherChannelId,
      user: emulator.credentials.botUserId,
      text: 'of another process',
      ts: '1767603600.000100',
    });
    await pass(clock, 61_000, 1000);
    expect(await sending).toMatchObject({ code: 'SEND_UNCONFIRMED' });
  });

  test.each([
    'see https://example.com &amp; more',
    'a < b > c & d',
    '&lt;tag&gt;',
    'mail <mailto:a@b.example|a@b.example>',
  ])('is settled by its echo, however Slack stores it: %s', async (text) => {
    const { emulator, slack, channel } = await connect({}, { switches: { echoOwnMessages: true } });
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'lose' } });
    const { ts } = await slack.send(channel, text);
    expect(emulator.control.messages(channel).at(-1)?.ts).toBe(ts);
  });

  test('is told from one that says something else', () => {
    expect(plainText('<http://example.com|example.com>')).toBe(plainText('example.com'));
    expect(plainText('<https://example.com/a|here>')).toBe(plainText('<https://example.com/a>'));
    expect(plainText('<https://example.com/a>')).not.toBe(plainText('<https://example.com/b>'));
    expect(plainText('&amp;lt;')).not.toBe(plainText('&lt;'));
  });

  test('is settled by what was stored after it, and not by what said the same before', async () => {
    const { clock, emulator, slack, channel } = await connectStill(
      {},
      { switches: { echoOwnMessages: true, replayLostReply: false } },
    );
    const echo = (ts: string, text: string): void => {
      const user = emulator.credentials.botUserId;
      emulator.control.send({ type: 'message', channel, user, text, ts });
    };
    await slack.send(channel, 'something else');
    emulator.control.frameFaults.add({ match: isOwn, fault: { kind: 'lose' }, times: 2 });
    const now = clock.now() / 1000;
    const sending = slack.send(channel, 'twice');
    await pass(clock, 100);
    echo(`${now - 60}.000100`, 'twice');
    await pass(clock, 100);
    echo(`${now + 1}.000200`, 'twice');
    await pass(clock, 100);
    expect((await sending).ts).toBe(`${now + 1}.000200`);
  });

  test('is settled by the clock of Slack where that differs from this one', async () => {
    // An hour ahead of the service.
    const { emulator, slack, channel } = await connect(
      {
        clock: {
          now: () => Date.now() + 3_600_000,
          after(ms, callback) {
            const timer = setTimeout(callback, ms);
            return () => {
              clearTimeout(timer);
            };
          },
        },
      },
      { switches: { echoOwnMessages: true } },
    );
    await slack.send(channel, 'this tells how much');
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'lose' } });
    const { ts } = await slack.send(channel, 'and this is recognised');
    expect(emulator.control.messages(channel).at(-1)?.ts).toBe(ts);
  });

  test('is not settled by what somebody else says, nor by the echo of another', async () => {
    const { clock, emulator, slack, channel } = await connectStill(
      {},
      { switches: { echoOwnMessages: true, replayLostReply: false } },
    );
    await slack.send(channel, 'the same');
    emulator.control.frameFaults.add({ match: isOwn, fault: { kind: 'lose' }, times: 2 });
    const sending = rejection(slack.send(channel, 'the same'));
    await pass(clock, 1000);
    emulator.control.say(channel, emulator.credentials.userName, 'the same');
    await pass(clock, 61_000, 1000);
    expect(await sending).toMatchObject({ kind: 'timeout', code: 'SEND_UNCONFIRMED', retryable: false });
    expect(sentTexts(emulator)).toHaveLength(2);
  });

  test('of which another connection sent the like is not settled by either', async () => {
    const { clock, emulator, slack, channel } = await connectStill(
      {},
      { switches: { replayLostReply: false } },
    );
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'cut' }, times: 2 });
    const sendings: Promise<unknown>[] = [];
    for (let connections = 1; connections <= 2; connections += 1) {
      await comeBack(clock, slack, () => {
        sendings.push(rejection(slack.send(channel, 'here')));
      });
    }
    const ts = emulator.control.messages(channel).at(-1)?.ts ?? '';
    emulator.control.send({
      type: 'message',
      channel,
      user: emulator.credentials.botUserId,
      text: 'here',
      ts,
    });
    await pass(clock, 61_000, 1000);
    for (const sending of sendings) expect(await sending).toMatchObject({ code: 'SEND_UNCONFIRMED' });
  });

  test('is given up after the time allowed, or when the client is closed', async () => {
    const { clock, emulator, slack, channel } = await connectStill({ ackTimeoutMs: 5000 });
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'lose' }, times: 2 });
    const first = rejection(slack.send(channel, 'lost'));
    await pass(clock, 5100, 100);
    expect(await first).toMatchObject({ code: 'SEND_UNCONFIRMED' });
    const second = rejection(slack.send(channel, 'lost, too'));
    await pass(clock, 100);
    await slack.close();
    expect(await second).toMatchObject({ code: 'SEND_UNCONFIRMED', retryable: false });
  });
});

test(behaviour(37), async () => {
  const waits = new Set<symbol>();
  const system = createFastClock(1);
  const clock: Clock = {
    now: () => system.now(),
    after(ms, callback) {
      const wait = Symbol(`${ms}`);
      waits.add(wait);
      const stop = system.after(ms, () => {
        waits.delete(wait);
        callback();
      });
      return () => {
        waits.delete(wait);
        stop();
      };
    },
  };
  const { emulator, slack, channel } = await connect({ clock });
  const before = waits.size;
  emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'duplicate' }, times: 2 });
  const heard: unknown[] = [];
  slack.on('message', (message) => heard.push(message));
  const [one, two] = await Promise.all([slack.send(channel, 'one'), slack.send(channel, 'two')]);
  // Each is settled by its first answer; the second is nobody's, and is no event.
  expect([one.text, two.text]).toEqual(['one', 'two']);
  expect((await slack.send(channel, 'three')).text).toBe('three');
  expect(waits.size).toBe(before);
  expect(heard).toEqual([]);
});

describe('typing', () => {
  test(behaviour(44), async () => {
    const { clock, emulator, slack, channel } = await connectStill();
    slack.typing(channel);
    slack.typing(channel);
    slack.typing('C0ELSEWHERE');
    await pass(clock, 2980);
    slack.typing(channel);
    await pass(clock, 40);
    slack.typing(channel);
    slack.typing(channel);
    await settlesAt(emulator.control.sends, 3);
    expect(emulator.control.sends.map(({ frame }) => frame)).toEqual([
      { id: 1, type: 'typing', channel },
      { id: 2, type: 'typing', channel: 'C0ELSEWHERE' },
      { id: 3, type: 'typing', channel },
    ]);
  });

  test('in a thread is shown there', async () => {
    const { emulator, slack, channel } = await connect();
    const threadTs = emulator.control.say(channel, emulator.credentials.userName, 'a question');
    slack.typing(channel, { threadTs });
    await settlesAt(emulator.control.sends, 1);
    expect(emulator.control.sends[0]?.frame).toEqual({
      id: 1,
      type: 'user_typing',
      channel,
      thread_ts: threadTs,
    });
  });

  test('without a connection is not told, and does not count', async () => {
    const { emulator, slack, channel } = await setUpRtm();
    slack.typing(channel);
    await slack.connect();
    slack.typing(channel);
    await settlesAt(emulator.control.sends, 1);
    expect(emulator.control.sends[0]?.frame).toMatchObject({ type: 'typing' });
  });
});
