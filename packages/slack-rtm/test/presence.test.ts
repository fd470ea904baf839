import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { behaviour } from './behaviours.js';
import { comeBack, connect, connectStill, setUpRtm, type SlackEmulator } from './setup.js';
import { pass, passUntil } from './time.js';

const framesOf = ({ control }: SlackEmulator, type: string) =>
  control.sends.filter(({ frame }) => frame?.['type'] === type);

const idsOf = (emulator: SlackEmulator, type: string): unknown[] =>
  framesOf(emulator, type).map(({ frame }) => frame?.['ids']);

/** What was sent, but for pings. */
const typesOf = ({ control }: SlackEmulator): unknown[] =>
  control.sends.map(({ frame }) => frame?.['type']).filter((type) => type !== 'ping');

const people = (count: number): string[] => Array.from({ length: count }, (_, number) => `U0PERSON${number}`);

const loaded = (slack: Awaited<ReturnType<typeof connect>>['slack']): Promise<void> =>
  // Nobody is meant: it only waits until subscriptions are there.
  slack.unsubscribePresence([]);

describe('a subscription', () => {
  test(behaviour(46), async () => {
    const { clock, emulator, slack } = await connectStill();
    await loaded(slack);
    await slack.subscribePresence(['U1', 'U2']);
    await slack.subscribePresence(['U2', 'U3']);
    await pass(clock, 980);
    expect(idsOf(emulator, 'presence_sub')).toEqual([]);
    await pass(clock, 40);
    expect(emulator.control.sends.map(({ frame }) => frame)).toEqual([
      { id: 1, type: 'presence_sub', ids: ['U1', 'U2', 'U3'] },
    ]);
    await slack.subscribePresence(['U4']);
    await slack.unsubscribePresence(['U1', 'U9']);
    await pass(clock, 1100);
    expect(idsOf(emulator, 'presence_sub').slice(1)).toEqual([['U2', 'U3', 'U4']]);
    await comeBack(clock, slack, () => {
      emulator.control.cut('drop');
    });
    await pass(clock, 100);
    expect(idsOf(emulator, 'presence_sub').slice(2)).toEqual([['U2', 'U3', 'U4']]);
    expect(framesOf(emulator, 'presence_sub').at(-1)?.connectionId).toBe('connection-2');
  });

  test(behaviour(46, 'with a connection that takes over from another'), async () => {
    const { clock, emulator, slack } = await connectStill();
    await slack.subscribePresence(['U1']);
    await pass(clock, 1100);
    emulator.control.goodbye({ graceMs: 60_000 });
    await passUntil(clock, () => emulator.control.connections()[0]?.id === 'connection-2');
    await pass(clock, 100);
    expect(framesOf(emulator, 'presence_sub').map(({ connectionId }) => connectionId)).toEqual([
      'connection-1',
      'connection-2',
    ]);
  });

  test(behaviour(46, 'of what is there already is not sent again, and of nobody it ends'), async () => {
    const { clock, emulator, slack } = await connectStill();
    await slack.subscribePresence(['U1']);
    await pass(clock, 1100);
    await slack.subscribePresence(['U1']);
    await pass(clock, 1100);
    expect(idsOf(emulator, 'presence_sub')).toEqual([['U1']]);
    await slack.unsubscribePresence(['U1']);
    await pass(clock, 1100);
    expect(idsOf(emulator, 'presence_sub')).toEqual([['U1'], []]);
  });

  test('made before there is a connection begins with it, and tells how it is', async () => {
    const { emulator, slack } = await setUpRtm();
    const { userId, botUserId } = emulator.credentials;
    const heard: unknown[] = [];
    slack.on('presence_change', (change) => heard.push(change));
    await slack.subscribePresence([userId, botUserId]);
    await slack.connect();
    await expect
      .poll(() => heard)
      .toEqual([{ type: 'presence_change', users: [userId, botUserId], presence: 'active' }]);
    emulator.control.setPresence(userId, 'away');
    await expect
      .poll(() => heard.at(-1))
      .toEqual({
        type: 'presence_change',
        users: [userId],
        presence: 'away',
      });
  });

  test('of over 500 users is refused, and changes nothing', async () => {
    const { clock, emulator, slack } = await connectStill();
    await slack.subscribePresence(people(499));
    const error = await rejection(slack.subscribePresence(['U1', 'U2']));
    expect(error).toMatchObject({ kind: 'usage', code: 'TOO_MANY_IDS' });
    expect(String(error)).toContain('501');
    await slack.subscribePresence(['U1']);
    await pass(clock, 1100);
    expect(idsOf(emulator, 'presence_sub')).toEqual([[...people(499), 'U1']]);
  });

  test('of something that is no list of ids is refused', async () => {
    const { slack } = await connect();
    for (const ids of [[''], 'U1' as unknown as string[], [1 as unknown as string]]) {
      expect(await rejection(slack.subscribePresence(ids))).toMatchObject({
        kind: 'usage',
        code: 'INVALID_REQUEST',
      });
    }
  });

  test('waits as long as Slack asks for, and so does typing; messages do not', async () => {
    const { clock, emulator, slack, channel } = await connectStill();
    await loaded(slack);
    emulator.control.send({ type: 'error', error: { code: 17, msg: 'Ratelimited', retry_after: 20 } });
    await pass(clock, 100);
    await slack.subscribePresence(['U1']);
    slack.typing(channel);
    await slack.send(channel, 'all the same');
    await pass(clock, 19_000, 100);
    expect(typesOf(emulator)).toEqual(['message']);
    await pass(clock, 2000, 100);
    slack.typing(channel);
    await pass(clock, 100);
    expect(typesOf(emulator)).toEqual(['message', 'presence_sub', 'typing']);
  });
});

describe('a query', () => {
  test(behaviour(47), async () => {
    const { clock, emulator, slack } = await connectStill();
    await loaded(slack);
    const asking = slack.queryPresence([...people(1200), ...people(3)]);
    await passUntil(clock, () => framesOf(emulator, 'presence_query').length === 3);
    await asking;
    const parts = idsOf(emulator, 'presence_query') as string[][];
    expect(parts.map(({ length }) => length)).toEqual([500, 500, 200]);
    expect(parts.flat()).toEqual(people(1200));
    const times = framesOf(emulator, 'presence_query').map(({ at }) => at);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1000);
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  test('is answered by events, also about users who are not subscribed to', async () => {
    const { emulator, slack } = await connect();
    const heard: unknown[] = [];
    slack.on('presence_change', (change) => heard.push(change));
    await slack.queryPresence([emulator.credentials.botUserId]);
    await expect
      .poll(() => heard)
      .toEqual([{ type: 'presence_change', users: [emulator.credentials.botUserId], presence: 'active' }]);
  });

  test('without a connection is refused, and so is what is left of it when the connection falls', async () => {
    const { clock, emulator, slack } = await connectStill();
    await loaded(slack);
    const asking = rejection(slack.queryPresence(people(1200)));
    await pass(clock, 100);
    emulator.control.migrate(600_000);
    expect(await asking).toMatchObject({ kind: 'closed', code: 'NOT_READY', retryable: true });
    expect(await rejection(slack.queryPresence(['U1']))).toMatchObject({ code: 'NOT_READY' });
    expect(framesOf(emulator, 'presence_query')).toHaveLength(1);
  });
});
