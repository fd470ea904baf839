import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import {
  authorOf,
  conversationOf,
  isBroadcast,
  isThreadReply,
  waitFor,
  type SlackEvent,
  type SlackFrame,
} from '../src/index.js';
import { connect, setUpRtm } from './setup.js';

describe('waitFor', () => {
  test('gives the next event of a type, or the next that is wanted', async () => {
    const { emulator, slack, channel } = await connect();
    const { userName } = emulator.credentials;
    const next = waitFor(slack, 'message');
    const wanted = waitFor(slack, 'message', ({ text }) => text === 'three');
    for (const text of ['one', 'two', 'three', 'four']) emulator.control.say(channel, userName, text);
    expect(await next).toMatchObject({ text: 'one' });
    expect(await wanted).toMatchObject({ text: 'three' });
  });

  test('ends with its signal, its time, its predicate and the client', async () => {
    const { emulator, slack, channel } = await connect();
    const reason = new Error('enough');
    const controller = new AbortController();
    const aborted = rejection(waitFor(slack, 'message', undefined, { signal: controller.signal }));
    controller.abort(reason);
    expect(await aborted).toBe(reason);
    expect(await rejection(waitFor(slack, 'message', undefined, { timeoutMs: 10 }))).toMatchObject({
      kind: 'timeout',
      code: 'TIMEOUT',
    });
    const mine = new Error('mine');
    const thrown = rejection(
      waitFor(slack, 'message', () => {
        throw mine;
      }),
    );
    emulator.control.say(channel, emulator.credentials.userName, 'anything');
    expect(await thrown).toBe(mine);
    const waiting = rejection(waitFor(slack, 'team_join'));
    await slack.close();
    expect(await waiting).toMatchObject({ kind: 'closed', code: 'CLOSED' });
    expect(await rejection(waitFor(slack, 'team_join'))).toMatchObject({ kind: 'closed', code: 'CLOSED' });
  });

  test('tells why there will be no other', async () => {
    const { emulator, slack } = await setUpRtm();
    emulator.control.revokeToken(emulator.credentials.botToken);
    const waiting = rejection(waitFor(slack, 'hello'));
    expect(await rejection(slack.connect())).toBe(await waiting);
  });
});

test.each<[string | undefined, object]>([
  ['C1', { type: 'message', channel: 'C1' }],
  ['C1', { type: 'channel_created', channel: { id: 'C1', name: 'general' } }],
  ['C1', { type: 'file_shared', channel_id: 'C1', file_id: 'F1' }],
  ['C1', { type: 'reaction_added', item: { type: 'message', channel: 'C1', ts: '1.000000' } }],
  ['D1', { type: 'assistant_thread_started', assistant_thread: { channel_id: 'D1' } }],
  ['C1', { type: 'unknown', wireType: 'made_up', data: { type: 'made_up', channel: { id: 'C1' } } }],
  [undefined, { type: 'team_join', user: { id: 'U1' } }],
  [undefined, { type: 'channel_created', channel: null }],
])('conversationOf finds %s', (expected, event) => {
  expect(conversationOf(event as SlackEvent | SlackFrame)).toBe(expected);
});

test.each<[string | undefined, object]>([
  ['U1', { user: 'U1', bot_id: 'B1' }],
  ['B1', { subtype: 'bot_message', bot_id: 'B1', username: 'Robot' }],
  ['U2', { subtype: 'message_changed', message: { user: 'U2', edited: { user: 'U3' } } }],
  ['U2', { subtype: 'message_deleted', previous_message: { user: 'U2' } }],
  [undefined, { subtype: 'message_deleted', deleted_ts: '1.000000' }],
  [undefined, { bot_id: null }],
])('authorOf finds %s', (expected, fields) => {
  expect(authorOf({ type: 'message', ts: '2.000000', ...fields })).toBe(expected);
});

test('a reply is in a thread, the message that began it is not, and some are in both places', () => {
  const parent = { ts: '1.000000', thread_ts: '1.000000' };
  const reply = { ts: '2.000000', thread_ts: '1.000000' };
  expect([isThreadReply({ ts: '1.000000' }), isThreadReply(parent), isThreadReply(reply)]).toEqual([
    false,
    false,
    true,
  ]);
  expect([isBroadcast({}), isBroadcast({ ...reply, subtype: 'thread_broadcast' })]).toEqual([false, true]);
});
