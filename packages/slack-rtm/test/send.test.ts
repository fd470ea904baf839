import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { connect, createFastClock, setUpRtm, settlesAt, type SlackEmulator } from './setup.js';

const isReply = (text: string): boolean => text.includes('"reply_to"') && !text.includes('"pong"');

const sentTexts = ({ control }: SlackEmulator): unknown[] =>
  control.sends.filter(({ frame }) => frame?.['type'] === 'message').map(({ frame }) => frame?.['text']);

describe('a message', () => {
  test('is acknowledged with its timestamp', async () => {
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

  test('that is refused rejects with the number that RTM gives', async () => {
    const { slack } = await connect();
    const error = await rejection(slack.send('C0NOWHERE', 'hello?'));
    expect(error).toMatchObject({ name: 'SlackError', kind: 'refused', retryable: false });
    expect((error as { code: string }).code).toMatch(/^-?\d+$/);
    expect(String(error)).toContain('channel_not_found');
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

  test('of 4,000 characters is sent', async () => {
    const { slack, channel } = await connect();
    expect((await slack.send(channel, 'ü'.repeat(4000))).text).toHaveLength(4000);
  });
});

describe('several messages', () => {
  test('go in order, three at once and then one a second', async () => {
    const clock = createFastClock(20);
    const { emulator, slack, channel } = await connect({ clock });
    const started = clock.now();
    const times = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map(async (text) => {
        await slack.send(channel, text);
        return clock.now() - started;
      }),
    );
    expect(sentTexts(emulator)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(times[2]).toBeLessThan(900);
    expect(times[3]).toBeGreaterThanOrEqual(990);
    expect(times[4]).toBeGreaterThanOrEqual(1980);
  });

  test('are told apart by their acknowledgements, whatever their order', async () => {
    const { emulator, slack, channel } = await connect();
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'swap' } });
    const [one, two] = await Promise.all([slack.send(channel, 'one'), slack.send(channel, 'two')]);
    expect([one.text, two.text]).toEqual(['one', 'two']);
    expect(one.ts < two.ts).toBe(true);
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

  test('make a pause when Slack finds them too fast', async () => {
    const { emulator, slack, channel } = await connect();
    emulator.control.send({ type: 'hello' });
    emulator.control.configure({ flood: { perSecond: 1, burst: 1, patience: 30 } });
    const outcomes = await Promise.allSettled([slack.send(channel, 'a'), slack.send(channel, 'b')]);
    expect(outcomes[1]).toMatchObject({
      status: 'rejected',
      reason: { kind: 'rate-limit', code: '-1', retryable: true, retryAfterMs: 1000 },
    });
    const started = Date.now();
    await slack.send(channel, 'c');
    expect(Date.now() - started).toBeGreaterThan(800);
  });
});

describe('without a connection, a message', () => {
  test('is refused at once, and can be sent again', async () => {
    const { slack, channel } = await setUpRtm();
    expect(await rejection(slack.send(channel, 'early'))).toMatchObject({
      kind: 'closed',
      code: 'NOT_READY',
      retryable: true,
    });
  });

  test('waits for one if it is told to, and no longer', async () => {
    const { emulator, slack, channel } = await setUpRtm();
    expect(await rejection(slack.send(channel, 'early', { waitMs: 20 }))).toMatchObject({
      code: 'NOT_READY',
    });
    const sending = slack.send(channel, 'patient', { waitMs: 5000 });
    await slack.connect();
    await sending;
    expect(sentTexts(emulator)).toEqual(['patient']);
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
  test('is settled by the answer that the next connection repeats', async () => {
    const { emulator, slack, channel } = await connect({ clock: createFastClock() });
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'cut' } });
    const { ts } = await slack.send(channel, 'did it arrive?');
    expect(emulator.control.messages(channel).at(-1)).toMatchObject({ ts, text: 'did it arrive?' });
    expect(sentTexts(emulator)).toEqual(['did it arrive?']);
  });

  test('is settled by its echo', async () => {
    const { emulator, slack, channel } = await connect({}, { switches: { echoOwnMessages: true } });
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'lose' } });
    const { ts } = await slack.send(channel, 'see https://example.com &amp; more');
    expect(emulator.control.messages(channel).at(-1)?.ts).toBe(ts);
  });

  test('is not settled by what somebody else says, nor by the echo of another', async () => {
    const { emulator, slack, channel } = await connect(
      { clock: createFastClock(200) },
      { switches: { echoOwnMessages: true, replayLostReply: false } },
    );
    await slack.send(channel, 'the same');
    const own = (text: string): boolean => text.includes('"message"') || isReply(text);
    emulator.control.frameFaults.add({ match: own, fault: { kind: 'lose' }, times: 2 });
    const sending = rejection(slack.send(channel, 'the same'));
    await expect.poll(() => sentTexts(emulator).length).toBe(2);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    emulator.control.say(channel, emulator.credentials.userName, 'the same');
    expect(await sending).toMatchObject({ kind: 'timeout', code: 'SEND_UNCONFIRMED', retryable: false });
    expect(sentTexts(emulator)).toHaveLength(2);
  });

  test('is given up after a minute, or when the client is closed', async () => {
    const { emulator, slack, channel } = await connect({ clock: createFastClock(200) });
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'lose' }, times: 2 });
    expect(await rejection(slack.send(channel, 'lost'))).toMatchObject({ code: 'SEND_UNCONFIRMED' });
    const sending = rejection(slack.send(channel, 'lost, too'));
    await expect.poll(() => sentTexts(emulator).length).toBe(2);
    await slack.close();
    expect(await sending).toMatchObject({ code: 'SEND_UNCONFIRMED', retryable: false });
  });
});

test('typing is told once in three seconds for each channel', async () => {
  const { emulator, slack, channel } = await connect();
  slack.typing(channel);
  slack.typing(channel);
  slack.typing('C0ELSEWHERE');
  await settlesAt(emulator.control.sends, 2);
  expect(emulator.control.sends.map(({ frame }) => frame)).toMatchObject([
    { type: 'typing', channel },
    { type: 'typing', channel: 'C0ELSEWHERE' },
  ]);
});
