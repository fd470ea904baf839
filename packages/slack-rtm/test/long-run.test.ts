import { createManualClock, type ManualClock } from '@x/emulators';
import { expect, test } from 'vitest';
import {
  isServiceError,
  type CaughtUpEvent,
  type MessageEvent,
  type SlackRtm,
  type StateEvent,
} from '../src/index.js';
import { losses } from './losses.js';
import { setUpRtm, type SlackEmulator } from './setup.js';
import { breath } from './time.js';

const messageCount = 100_000;
const lossCount = 50;
const stepMs = 40;

/** Time that passes by itself, a bit in each turn of the loop: however slow the machine is, what travels takes no longer. */
function run(clock: ManualClock): { until(isSo: () => boolean, what: string): Promise<void>; stop(): void } {
  const running = new AbortController();
  void (async () => {
    while (!running.signal.aborted) {
      for (let turn = 0; turn < 3; turn += 1) await breath();
      await clock.advance(stepMs);
    }
  })();
  return {
    async until(isSo, what) {
      const deadline = clock.now() + 900_000;
      while (!isSo()) {
        if (clock.now() > deadline) throw new Error(`waited 15 minutes for ${what}`);
        await breath();
      }
    },
    stop() {
      running.abort();
    },
  };
}

/** What became of a message that was sent. */
interface Outcome {
  readonly channel: string;
  readonly text: string;
  readonly ts?: string;
  readonly code?: string;
}

/** Says a lot, in all channels and threads by turns. */
function createSpeaker(emulator: SlackEmulator, channels: readonly string[]) {
  const { control, credentials } = emulator;
  const threads = new Map<string, string[]>();
  let said = 0;
  return {
    get said() {
      return said;
    },
    async talk(count: number): Promise<void> {
      for (let index = 0; index < count; index += 1) {
        const channel = channels[said % channels.length] ?? '';
        const own = threads.get(channel) ?? [];
        threads.set(channel, own);
        const isReply = said % 5 === 4;
        const threadTs = isReply ? own[said % 7 === 0 ? 0 : own.length - 1] : undefined;
        const options = threadTs === undefined ? {} : { threadTs };
        const ts = control.say(channel, credentials.userName, `number ${said}`, options);
        // A new thread every now and then, also where nobody hears it begin. From its first reply on it is known.
        if (threadTs === undefined && said % 25_013 < channels.length) {
          own.push(ts);
          said += 1;
          control.say(channel, credentials.userName, `number ${said}`, { threadTs: ts });
        }
        if (own.length > 2) own.shift();
        said += 1;
        if (index % 25 === 0) await breath();
      }
    },
  };
}

test(`of ${messageCount} messages ${lossCount} losses keep none back and double none, and of what is sent it is known what became`, async () => {
  const clock = createManualClock();
  const { emulator, slack } = await setUpRtm(
    { clock, catchUp: { maxCalls: 40 }, staleAfterMs: 60_000, timeoutMs: 60_000 },
    { clock, preset: 'realtime' },
  );
  const { control, credentials } = emulator;
  const { channelId, userId, botUserId } = credentials;
  const channels = [channelId, ...['one', 'two', 'three'].map((name) => control.createChannel(userId, name))];
  for (const channel of channels.slice(1)) control.join(channel, botUserId);
  const states: StateEvent[] = [];
  const caughtUp: CaughtUpEvent[] = [];
  let gaps = 0;
  const heard = new Map<string, string[]>(channels.map((channel) => [channel, []]));
  slack.on('state', (state) => states.push(state));
  let isCatchingUp = false;
  slack.on('gap', () => {
    gaps += 1;
    isCatchingUp = true;
  });
  slack.on('caughtUp', (event) => {
    caughtUp.push(event);
    isCatchingUp = false;
  });
  slack.on('message', ({ channel, ts, user, hidden, subtype }: MessageEvent) => {
    const isNew = hidden !== true && subtype !== 'message_replied' && user !== botUserId;
    if (isNew) heard.get(channel)?.push(ts);
  });
  const truths = listen(emulator, channels, botUserId);
  const outcomes: Promise<Outcome>[] = [];
  const send = (): void => {
    const channel = channels[outcomes.length % channels.length] ?? '';
    outcomes.push(sendOne(slack, channel, `sent ${outcomes.length} to https://example.com/ & <all>`));
  };

  await slack.connect();
  const time = run(clock);
  const speaker = createSpeaker(emulator, channels);
  const ways = Object.entries(losses);
  const some = Math.floor(messageCount / lossCount / 4);
  await speaker.talk(channels.length * 3);
  for (let loss = 0; loss < lossCount; loss += 1) {
    const [name, lose] = ways[loss % ways.length] ?? ways[0] ?? ['', () => undefined];
    const isDeaf = name === 'no events any more';
    await time.until(
      () => slack.state === 'ready' && !(isDeaf && isCatchingUp),
      `the connection before ${name}`,
    );
    send();
    await speaker.talk(some);
    // Sometimes Slack goes on where the connection ended, and sometimes not.
    control.configure({ fastReconnect: loss % 3 === 0, replayLostReply: loss % 2 === 0 });
    const [since, was] = [states.length, control.connections().at(-1)?.id];
    send();
    lose(emulator);
    send();
    await speaker.talk(some);
    send();
    await time.until(() => states.length > since || (control.connections().at(-1)?.id ?? was) !== was, name);
    await speaker.talk(some);
    // Now and then it falls again while what was missed is fetched.
    if (loss % 4 === 1) {
      await time.until(() => slack.state === 'ready', `the connection after ${name}`);
      await speaker.talk(some / 2);
      control.cut('reset');
    }
    await speaker.talk(some / 2);
    // Mostly there is time to fetch it.
    if (loss % 3 !== 0) {
      await time.until(() => slack.state === 'ready' && !isCatchingUp, `the catch-up after ${name}`);
    }
  }
  await time.until(() => slack.state === 'ready', 'the last connection');
  control.faults.clear();
  control.frameFaults.clear();
  await speaker.talk(messageCount - speaker.said);

  const settled = await Promise.all(outcomes);
  const told = (): number => [...heard.values()].reduce((sum, { length }) => sum + length, 0);
  const isWhole = (): boolean => told() >= speaker.said;
  await time.until(isWhole, 'all messages');
  time.stop();

  for (const [index, truth] of truths().entries()) {
    const list = heard.get(channels[index] ?? '') ?? [];
    // Of lists of this length the first difference is enough.
    const at = list.findIndex((ts, position) => ts !== truth[position]);
    expect({ index, at, told: list.length }).toEqual({ index, at: -1, told: truth.length });
  }
  checkOutcomes(emulator, settled, botUserId);
  expect(speaker.said).toBe(messageCount);
  expect(gaps).toBeGreaterThan(lossCount / 2);
  expect(caughtUp.filter(({ truncated }) => truncated)).toEqual([]);
  expect(states.filter(({ to }) => to === 'closed')).toEqual([]);
  expect(states.filter(({ to }) => to === 'reconnecting').length).toBeGreaterThan(lossCount * 0.8);
}, 180_000);

/** What was said by others, by channel, in its order. */
function listen(
  { control }: SlackEmulator,
  channels: readonly string[],
  botUserId: string,
): () => readonly (readonly string[])[] {
  return () =>
    channels.map((channel) =>
      control
        .messages(channel)
        .filter(({ userId, text }) => userId !== botUserId && text.startsWith('number '))
        .map(({ ts }) => ts),
    );
}

async function sendOne(slack: SlackRtm, channel: string, text: string): Promise<Outcome> {
  try {
    const { ts } = await slack.send(channel, text);
    return { channel, text, ts };
  } catch (error) {
    if (isServiceError(error)) return { channel, text, code: error.code };
    throw error;
  }
}

/** What was said to be sent is there, at its place; what was refused is not; and nothing is there twice. */
function checkOutcomes({ control }: SlackEmulator, outcomes: readonly Outcome[], botUserId: string): void {
  const stored = new Map<string, string[]>();
  for (const { id } of control.channels()) {
    for (const { ts, userId, text } of control.messages(id)) {
      const number = userId === botUserId ? /^sent (\d+) /.exec(text)?.[1] : undefined;
      if (number !== undefined) stored.set(number, [...(stored.get(number) ?? []), `${id} ${ts}`]);
    }
  }
  const codes: Record<string, number> = {};
  for (const [number, { channel, ts, code = 'sent' }] of outcomes.entries()) {
    codes[code] = (codes[code] ?? 0) + 1;
    const found = stored.get(`${number}`) ?? [];
    const isRight =
      ts === undefined
        ? found.length <= (code === 'SEND_UNCONFIRMED' ? 1 : 0)
        : found.length === 1 && found[0] === `${channel} ${ts}`;
    expect({ number, code, found, isRight }).toMatchObject({ isRight: true });
  }
  expect(Object.keys(codes).toSorted()).toEqual(['NOT_READY', 'SEND_UNCONFIRMED', 'sent']);
  expect(codes['sent']).toBeGreaterThan(outcomes.length / 3);
}
