import { createManualClock, type ManualClock } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import type { SlackLive } from '../src/index.js';
import { setUpRtm, type SlackEmulator } from './setup.js';
import { pass, passUntil } from './time.js';
import { setUpSocket } from './socket-setup.js';

interface Still {
  readonly clock: ManualClock;
  readonly emulator: SlackEmulator;
  readonly slack: SlackLive;
  readonly channel: string;
}

const texts = ['1', '2', '3', '4', '5'];
const posts = { path: '/api/chat.postMessage' } as const;
const unsent = { kind: 'closed', code: 'CLOSED', retryable: true };

const clients: readonly (readonly [string, () => Promise<Still>])[] = [
  [
    'RTM',
    async () => {
      const clock = createManualClock();
      return { clock, ...(await setUpRtm({ clock, rateLimit: 'wait' }, { clock })) };
    },
  ],
  [
    'Socket Mode',
    async () => {
      const clock = createManualClock();
      return { clock, ...(await setUpSocket({ clock, rateLimit: 'wait' }, { clock })) };
    },
  ],
];

const arrived = ({ emulator }: Still): number => emulator.control.requests.matching(posts).length;

describe.each(clients)('when a client of %s is closed', (_name, setUp) => {
  test('a post that waits for its turn is not sent any more', async () => {
    const still = await setUp();
    const { slack, clock, channel, emulator } = still;
    const calls = texts.map((text) => slack.web.chat.postMessage({ channel, text }));
    const last = [rejection(calls[3] as Promise<unknown>), rejection(calls[4] as Promise<unknown>)];
    await Promise.all(calls.slice(0, 3));
    await slack.close();
    expect(await Promise.all(last)).toMatchObject([unsent, unsent]);
    await pass(clock, 10_000, 1000);
    expect(
      emulator.control
        .messages(channel)
        .slice(-3)
        .map(({ text }) => text),
    ).toEqual(['1', '2', '3']);
    expect(arrived(still)).toBe(3);
  });

  test('a post that waits to be tried again is not', async () => {
    const still = await setUp();
    const { slack, clock, channel, emulator } = still;
    emulator.control.faults.add({
      match: posts,
      fault: {
        kind: 'status',
        status: 429,
        headers: { 'retry-after': '30' },
        body: '{"ok":false,"error":"ratelimited"}',
      },
    });
    const call = rejection(slack.web.chat.postMessage({ channel, text: 'hello' }));
    await passUntil(clock, () => arrived(still) === 1);
    await pass(clock, 100);
    await slack.close();
    expect(await call).toMatchObject(unsent);
    await pass(clock, 60_000, 1000);
    expect(arrived(still)).toBe(1);
  });

  test('a post that is on its way arrives, one that comes later is sent, and what only reads goes on', async () => {
    const still = await setUp();
    const { slack, clock, channel, emulator } = still;
    emulator.control.faults.add({ match: posts, fault: { kind: 'delay', ms: 1000 } });
    const call = slack.web.chat.postMessage({ channel, text: 'on its way' });
    await passUntil(clock, () => arrived(still) === 1);
    const lists = Array.from({ length: 5 }, async () => slack.web.users.list());
    await slack.close();
    await pass(clock, 60_000, 1000);
    expect((await call).message.text).toBe('on its way');
    expect((await slack.web.chat.postMessage({ channel, text: 'later' })).ok).toBe(true);
    expect(await Promise.all(lists)).toHaveLength(5);
  });
});

test('what Socket Mode was told to send and did not yet is not sent when it is closed', async () => {
  const clock = createManualClock();
  const { emulator, slack, channel } = await setUpSocket({ clock, rateLimit: 'wait' }, { clock });
  const sent = texts.map((text) => slack.send(channel, text));
  const last = [rejection(sent[3] as Promise<unknown>), rejection(sent[4] as Promise<unknown>)];
  await Promise.all(sent.slice(0, 3));
  await slack.close();
  expect(await Promise.all(last)).toMatchObject([unsent, { kind: 'closed', code: 'CLOSED' }]);
  await pass(clock, 10_000, 1000);
  expect(emulator.control.requests.matching(posts)).toHaveLength(3);
});
