import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { createManualClock } from '@x/emulators/frame';
import { deliveryOf, isServiceError, SlackError, type SlackFrame } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { createFastClock, settlesAt, type SlackEmulator } from './setup.js';
import { connectSocket, setUpSocket } from './socket-setup.js';

/** What was acknowledged, in order. */
const acknowledged = ({ control }: SlackEmulator): (SlackFrame | undefined)[] =>
  control.socketMode.sends.map(({ frame }) => frame as SlackFrame | undefined);

/** What became of each delivery. */
const outcomes = ({ control }: SlackEmulator): string[] =>
  control.socketMode.deliveries().map(({ state }) => state);

describe('an acknowledgement', () => {
  test(behaviour(108), async () => {
    const { emulator, slack } = await connectSocket({ connections: 2 });
    const { socketMode } = emulator.control;
    await expect.poll(() => socketMode.connections().length).toBe(2);
    slack.on('slash_commands', ({ ack, payload }) => {
      ack({ text: `${payload.command} it is` });
    });
    const commands = [socketMode.slashCommand({ command: '/a' }), socketMode.slashCommand({ command: '/b' })];
    await expect.poll(() => outcomes(emulator)).toEqual(['acknowledged', 'acknowledged']);
    expect(commands.map(({ response }) => response)).toEqual([{ text: '/a it is' }, { text: '/b it is' }]);
    const used = commands.map(({ attempts }) => String(attempts[0]?.connectionId));
    expect(socketMode.sends.map(({ connectionId }) => connectionId).toSorted()).toEqual(used.toSorted());
  });

  test(behaviour(108, 'what Slack would drop is refused, and it goes without'), async () => {
    const errors: unknown[] = [];
    const { emulator, slack } = await connectSocket({ onListenerError: (error) => errors.push(error) });
    const { socketMode } = emulator.control;
    slack.on('slash_commands', ({ ack }) => {
      ack({ text: 'x'.repeat(20_480) });
    });
    slack.on('interactive', ({ ack }) => {
      ack({ no: 'answer taken' });
    });
    const command = socketMode.slashCommand({ command: '/long' });
    const action = socketMode.interactive({ type: 'block_actions' });
    await expect.poll(() => outcomes(emulator)).toEqual(['acknowledged', 'acknowledged']);
    expect([command.response, action.response]).toEqual([undefined, undefined]);
    expect(errors).toMatchObject([
      { kind: 'usage', code: 'INVALID_REQUEST' },
      { kind: 'usage', code: 'INVALID_REQUEST' },
    ]);
    expect(String(errors[0])).not.toContain('xxx');
  });

  test('goes when every listener has settled, also when one of them failed', async () => {
    const errors: unknown[] = [];
    const { emulator, slack, say } = await connectSocket({ onListenerError: (error) => errors.push(error) });
    let finish = (): void => undefined;
    slack.on('message', async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      throw new Error('mine');
    });
    const seen: string[] = [];
    slack.on('message', ({ text = '' }) => seen.push(text));
    say('hello');
    await expect.poll(() => seen).toEqual(['hello']);
    await settlesAt(acknowledged(emulator), 0);
    finish();
    await expect.poll(() => outcomes(emulator)).toEqual(['acknowledged']);
    expect(errors).toEqual([new Error('mine')]);
  });

  test('goes after two and a half seconds at the latest, and no answer goes after that', async () => {
    const clock = createManualClock();
    const { emulator, slack } = await setUpSocket({ clock }, { clock });
    await slack.connect();
    let late: unknown;
    let answer = (): void => undefined;
    slack.on('slash_commands', async ({ ack }) => {
      await new Promise<void>((resolve) => {
        answer = () => {
          try {
            ack({ text: 'late' });
          } catch (error) {
            late = error;
          }
          resolve();
        };
      });
    });
    const heard: unknown[] = [];
    slack.on('slash_commands', (envelope) => heard.push(envelope));
    emulator.control.socketMode.slashCommand({ command: '/slow' });
    await expect.poll(() => heard.length).toBe(1);
    await clock.advance(2_400);
    expect(outcomes(emulator)).toEqual(['waiting']);
    await clock.advance(200);
    await expect.poll(() => outcomes(emulator)).toEqual(['acknowledged']);
    answer();
    expect(late).toMatchObject({ kind: 'usage', code: 'ACKNOWLEDGED' });
  });

  test('waits until a reader has been handed the event, and no longer than its time', async () => {
    const { emulator, slack, say } = await connectSocket();
    const messages = slack.messages();
    say('one');
    say('two');
    await expect.poll(() => emulator.control.socketMode.deliveries().length).toBe(2);
    await settlesAt(acknowledged(emulator), 0);
    expect((await messages.next()).value).toMatchObject({ text: 'one' });
    await expect.poll(() => outcomes(emulator)).toEqual(['acknowledged', 'waiting']);
    await slack.close();
    await expect.poll(() => outcomes(emulator)).toEqual(['acknowledged', 'acknowledged']);
  });

  test('of an envelope whose type nobody knows goes, too', async () => {
    const { emulator, slack } = await connectSocket();
    const told: unknown[] = [];
    slack.on('new_thing', (frame) => told.push(frame, deliveryOf(frame)?.envelope_id));
    slack.on('unknown', ({ wireType, data }) => told.push(wireType, data));
    const frame = { type: 'new_thing', envelope_id: 'E1', payload: { some: 'thing' } };
    emulator.control.socketMode.send(frame);
    await expect.poll(() => acknowledged(emulator)).toEqual([{ envelope_id: 'E1' }]);
    expect(told).toEqual(['new_thing', frame, frame, 'E1']);
  });
});

describe('an event that is delivered again', () => {
  test(behaviour(109), async () => {
    const clock = createFastClock();
    const { emulator, slack, say } = await connectSocket({ clock }, { clock });
    const told: unknown[] = [];
    slack.on('message', (message) => told.push([message.text, deliveryOf(message)?.retry_attempt]));
    // An acknowledgement gets lost, so that what was told comes again.
    emulator.control.configure({ ackBytes: 0 });
    say('told once');
    await expect.poll(() => emulator.control.socketMode.deliveries()[0]?.attempts.length).toBe(2);
    emulator.control.configure({ ackBytes: 20_480 });
    await expect.poll(() => outcomes(emulator), { timeout: 5000 }).toEqual(['acknowledged']);
    // What was never seen is told, however often it was tried.
    emulator.control.frameFaults.add({ match: (text) => text.includes('late'), fault: { kind: 'lose' } });
    say('late');
    await expect
      .poll(() => told, { timeout: 5000 })
      .toEqual([
        ['told once', 0],
        ['late', 1],
      ]);
    expect(deliveredIds(emulator)).toHaveLength(2);
  });

  test(behaviour(109, 'again to all when one of them failed, where that is asked for'), async () => {
    const clock = createFastClock();
    const errors: unknown[] = [];
    const onListenerError = (error: unknown): void => {
      errors.push(error);
    };
    const { emulator, slack, say } = await connectSocket(
      { clock, ackOnError: false, onListenerError },
      { clock },
    );
    let tries = 0;
    slack.on('message', () => {
      tries += 1;
      if (tries < 3) throw new Error('not yet');
    });
    say('hello');
    await expect.poll(() => outcomes(emulator), { timeout: 10_000 }).toEqual(['acknowledged']);
    expect(tries).toBe(3);
    expect(errors).toHaveLength(2);
  });
});

/** The ids of the events that were delivered. */
function deliveredIds({ control }: SlackEmulator): unknown[] {
  return [...new Set(control.socketMode.deliveries().map(({ payload }) => payload['event_id']))];
}

test(behaviour(110), async () => {
  const { emulator, slack } = await connectSocket();
  const told: unknown[] = [];
  slack.on('app_rate_limited', (event) => told.push(event.minute_rate_limited));
  slack.on('unknown', ({ wireType }) => told.push(wireType));
  slack.on('events_api', ({ payload }) => told.push(payload.type));
  emulator.control.socketMode.notice({ type: 'app_rate_limited', minute_rate_limited: 1_518_467_820 });
  emulator.control.socketMode.notice({ type: 'app_something_new' });
  await settlesAt(told, 4);
  expect(told).toEqual(['app_rate_limited', 1_518_467_820, 'app_something_new', 'app_something_new']);
  await expect.poll(() => outcomes(emulator)).toEqual(['acknowledged', 'acknowledged']);
});

test(behaviour(112), async () => {
  const { emulator, slack, channel } = await setUpSocket();
  const errors: unknown[] = [];
  slack.on('state', ({ error }) => error !== undefined && errors.push(error));
  emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'refuse', status: 409 } });
  await slack.connect();
  emulator.control.socketMode.cut('reset');
  await expect.poll(() => errors.length).toBe(2);
  errors.push(await rejection(slack.send('C0NOWHERE', 'hello')), await rejection(slack.send('', 'hello')));
  errors.push(await rejection(slack.subscribePresence([])));
  expect(() => slack.typing(channel)).toThrow(SlackError);
  await slack.close();
  errors.push(await rejection(slack.send(channel, 'hello')), await rejection(slack.connect()));
  expect(errors.map((error) => error instanceof SlackError && isServiceError(error))).toEqual(
    errors.map(() => true),
  );
  expect(errors.map((error) => (error as SlackError).code)).toEqual([
    'HTTP_409',
    expect.stringMatching(/^(NETWORK|CLOSED_1006)$/),
    'channel_not_found',
    'INVALID_REQUEST',
    'NOT_IN_SOCKET_MODE',
    'CLOSED',
    'CLOSED',
  ]);
});

describe('a message that is sent', () => {
  test('goes by the Web API, in order within its channel, and resolves with what Slack stored', async () => {
    const { emulator, slack, channel } = await connectSocket();
    const sent = await Promise.all(['one', 'two', 'three'].map(async (text) => slack.send(channel, text)));
    expect(sent.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(emulator.control.messages(channel).slice(-3)).toMatchObject(
      sent.map(({ ts, text }) => ({ ts, text, userId: slack.self?.id })),
    );
    const reply = await slack.send(channel, 'four', { threadTs: sent[0]?.ts, replyBroadcast: true });
    expect(emulator.control.messages(channel).find(({ ts }) => ts === reply.ts)).toMatchObject({
      threadTs: sent[0]?.ts,
    });
  });

  test('and whose answer does not show it says what was sent', async () => {
    const { emulator, slack, channel } = await connectSocket();
    emulator.control.faults.add({
      match: { path: '/api/chat.postMessage' },
      fault: { kind: 'status', status: 200, body: JSON.stringify({ ok: true, channel, ts: '5.000001' }) },
    });
    expect(await slack.send(channel, 'hello')).toEqual({ channel, ts: '5.000001', text: 'hello' });
  });

  test('and whose answer is lost is settled by its own event, else said to be unconfirmed', async () => {
    const clock = createFastClock();
    const { emulator, slack, channel } = await connectSocket({ clock, retries: 0, idempotency: false });
    const post = { path: '/api/chat.postMessage' };
    emulator.control.faults.add({ match: post, fault: { kind: 'cut' } });
    const sent = await slack.send(channel, 'arrived');
    expect(emulator.control.messages(channel).at(-1)).toMatchObject({ ts: sent.ts, text: 'arrived' });
    emulator.control.faults.add({ match: post, fault: { kind: 'html', status: 502 } });
    expect(await rejection(slack.send(channel, 'lost'))).toMatchObject({
      kind: 'timeout',
      code: 'SEND_UNCONFIRMED',
      retryable: false,
    });
  });
});
