import { rejection } from '@x/testkit';
import { Agent } from 'node:http';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { MessageEvent, NewMessage, SlackEvent, StateEvent, UnreadableEvent } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { connect, setUpRtm, settlesAt } from './setup.js';

describe('a connection', () => {
  test('is made by rtm.connect, and ready with the greeting', async () => {
    const { emulator, slack } = await setUpRtm();
    const states: string[] = [];
    slack.on('state', ({ from, to }) => states.push(`${from} → ${to}`));
    const greetings: SlackEvent[] = [];
    slack.on('hello', (event) => greetings.push(event));
    expect([slack.state, slack.self]).toEqual(['idle', undefined]);
    await slack.connect();
    expect(states).toEqual(['idle → connecting', 'connecting → ready']);
    expect(slack.state).toBe('ready');
    expect(slack.self?.id).toBe(emulator.credentials.botUserId);
    expect(slack.team?.id).toBe(emulator.credentials.teamId);
    expect(greetings).toMatchObject([{ type: 'hello', fast_reconnect: false }]);
    const [call] = emulator.control.requests.matching({ path: '/api/rtm.connect' });
    expect(call).toMatchObject({ method: 'POST', text: 'batch_presence_aware=true&presence_sub=true' });
    await slack.connect();
    expect(emulator.control.connections()).toHaveLength(1);
  });

  test('that is closed is over for good', async () => {
    const { emulator, slack, channel } = await connect();
    await slack.close();
    await slack.close();
    expect(slack.state).toBe('closed');
    await expect.poll(() => emulator.control.connections()).toEqual([]);
    expect(await rejection(slack.connect())).toMatchObject({ kind: 'closed', code: 'CLOSED' });
    expect(await rejection(slack.send(channel, 'late'))).toMatchObject({
      kind: 'closed',
      code: 'CLOSED',
      retryable: false,
    });
  });

  test('can be closed before it was ever made, and while it is made', async () => {
    const { slack } = await setUpRtm();
    await slack.close();
    const { emulator, slack: other } = await setUpRtm();
    emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'hang' } });
    const connecting = rejection(other.connect());
    await expect.poll(() => emulator.control.faults.struck['hang']).toBe(1);
    await other.close();
    expect(await connecting).toMatchObject({ kind: 'closed', code: 'CLOSED' });
  });

  test('is disposed of with its scope', async () => {
    const { slack } = await connect();
    await slack[Symbol.asyncDispose]();
    expect(slack.state).toBe('closed');
  });

  test.each([
    ['granularBotToken', 'not_allowed_token_type', /Socket Mode/],
    ['appToken', 'not_allowed_token_type', /Socket Mode/],
  ] as const)('with the %s is refused for good, with advice', async (name, code, advice) => {
    const { emulator } = await setUpRtm();
    const { slack } = await setUpRtm({
      token: emulator.credentials[name],
      baseUrl: emulator.credentials.apiUrl,
    });
    const events = slack.events();
    const states: StateEvent[] = [];
    slack.on('state', (event) => states.push(event));
    const error = await rejection(slack.connect());
    expect(error).toMatchObject({ name: 'SlackError', kind: 'auth', code, retryable: false });
    expect(String(error)).toMatch(advice);
    expect(states.at(-1)).toMatchObject({ to: 'closed', error });
    expect(await rejection(events.next())).toBe(error);
    expect(emulator.control.requests.all).toHaveLength(1);
  });

  test('goes through an agent, or a WebSocket of one’s own', async () => {
    let asked = 0;
    class CountingAgent extends Agent {
      override createConnection(
        ...given: Parameters<Agent['createConnection']>
      ): ReturnType<Agent['createConnection']> {
        asked += 1;
        return super.createConnection(...given);
      }
    }
    const { slack } = await connect({ agent: new CountingAgent() });
    expect([slack.state, asked]).toEqual(['ready', 1]);
    const addresses: string[] = [];
    const other = await connect({
      webSocket: (url) => {
        addresses.push(url);
        return new WebSocket(url);
      },
    });
    expect(addresses).toEqual([expect.stringContaining(other.emulator.url.replace('http', 'ws'))]);
  });

  test('waits no longer than it is told, and goes on trying', async () => {
    const { emulator, slack } = await setUpRtm();
    emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'delay', ms: 150 } });
    expect(await rejection(slack.connect({ timeoutMs: 20 }))).toMatchObject({ kind: 'timeout' });
    const reason = new Error('enough');
    expect(await rejection(slack.connect({ signal: AbortSignal.abort(reason) }))).toBe(reason);
    await slack.connect();
    expect(slack.state).toBe('ready');
  });
});

describe('events', () => {
  test(behaviour(3, 'messages with their subtypes'), async () => {
    const { emulator, slack, channel } = await connect();
    const { userName, userId } = emulator.credentials;
    const messages: MessageEvent[] = [];
    const typing: object[] = [];
    slack.on('message', (event) => messages.push(event));
    slack.on('user_typing', (event) => typing.push(event));
    emulator.control.types(channel, userName);
    const ts = emulator.control.say(channel, userName, 'Hello');
    emulator.control.edit(channel, ts, 'Hello, world');
    emulator.control.remove(channel, ts);
    await settlesAt(messages, 3);
    expect(typing).toEqual([{ type: 'user_typing', channel, user: userId }]);
    expect(messages).toMatchObject([
      { type: 'message', channel, user: userId, text: 'Hello', ts },
      { subtype: 'message_changed', hidden: true, message: { ts, text: 'Hello, world' } },
      { subtype: 'message_deleted', hidden: true, deleted_ts: ts },
    ]);
  });

  test('that are messages of a subtype are heard by its name too', async () => {
    const { emulator, slack, channel } = await connect();
    const { userName } = emulator.credentials;
    const topics: string[] = [];
    slack.on('message::channel_topic', ({ topic }) => topics.push(topic));
    emulator.control.say(channel, userName, 'no topic');
    emulator.control.send({ type: 'message', subtype: 'channel_topic', channel, topic: 'Tea' });
    await settlesAt(topics, 1);
    expect(topics).toEqual(['Tea']);
  });

  test(behaviour(27), async () => {
    const { emulator, slack } = await connect();
    const known: SlackEvent[] = [];
    const raw: object[] = [];
    slack.on('unknown', (event) => known.push(event));
    slack.on('brand_new', (event) => raw.push(event));
    const states: StateEvent[] = [];
    slack.on('state', (event) => states.push(event));
    emulator.control.send({ type: 'brand_new', deep: { field: [1] } });
    emulator.control.send({ type: 'state', to: 'closed' });
    await settlesAt(known, 2);
    expect(raw).toEqual([{ type: 'brand_new', deep: { field: [1] } }]);
    expect(known[0]).toEqual({ type: 'unknown', wireType: 'brand_new', data: raw[0] });
    expect(known[1]).toMatchObject({ wireType: 'state' });
    expect(states).toEqual([]);
  });

  test('reach every listener, whatever another one throws', async () => {
    const thrown: unknown[] = [];
    const { emulator, slack, channel } = await connect({ onListenerError: (error) => thrown.push(error) });
    const mine = new Error('mine');
    const heard: string[] = [];
    slack.on('message', () => {
      throw mine;
    });
    const off = slack.on('message', ({ text }) => heard.push(text ?? ''));
    const { signal, ...controller } = withAbort();
    slack.on('message', ({ text }) => heard.push(`${text ?? ''} again`), { signal });
    emulator.control.say(channel, emulator.credentials.userName, 'one');
    await settlesAt(heard, 2);
    off();
    controller.abort();
    emulator.control.say(channel, emulator.credentials.userName, 'two');
    await settlesAt(thrown, 2);
    expect(thrown).toEqual([mine, mine]);
    expect(heard).toEqual(['one', 'one again']);
    expect(slack.state).toBe('ready');
  });

  test('can be read one after the other, each reader at their own pace', async () => {
    const { emulator, slack, channel } = await connect();
    const { userName } = emulator.credentials;
    const events = slack.events();
    const messages = slack.messages();
    const ts = emulator.control.say(channel, userName, 'one');
    emulator.control.edit(channel, ts, 'one, edited');
    emulator.control.say(channel, userName, 'two');
    const read: NewMessage[] = [];
    for await (const message of messages) if (read.push(message) === 2) break;
    expect(read.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(await messages.next()).toEqual({ done: true, value: undefined });
    const types: string[] = [];
    await slack.close();
    for await (const event of events) types.push(event.type);
    expect(types).toEqual(['message', 'message', 'message']);
    expect(await slack.events().next()).toMatchObject({ done: true });
  });

  test('end a reader who falls too far behind, and no other', async () => {
    const { emulator, slack } = await connect();
    const slow = slack.events();
    let heard = 0;
    slack.on('brand_new', () => (heard += 1));
    for (let count = 0; count < 10_050; count += 1) emulator.control.send({ type: 'brand_new', count });
    await expect.poll(() => heard, { timeout: 10_000 }).toBe(10_050);
    let read = 0;
    const error = await rejection(
      (async () => {
        for await (const _event of slow) read += 1;
      })(),
    );
    expect(error).toMatchObject({ kind: 'usage', code: 'SLOW_CONSUMER' });
    expect(read).toBe(10_000);
    expect(slack.state).toBe('ready');
  });

  test(behaviour(28), async () => {
    const { emulator, slack, channel } = await connect();
    const unreadable: UnreadableEvent[] = [];
    slack.on('unreadable', (event) => unreadable.push(event));
    const heard: unknown[] = [];
    slack.on('message', ({ text }) => heard.push(text));
    for (const raw of ['{"type":"mess', '', 'null', '[]', '"text"', '{"no":"type"}', '{"type":7}']) {
      emulator.control.send(raw);
    }
    emulator.control.send(new Uint8Array([1, 2, 3]));
    emulator.control.send({ type: '__proto__' });
    emulator.control.send({ type: 'message' });
    emulator.control.send({ ok: true, reply_to: 'nobody' });
    emulator.control.say(channel, emulator.credentials.userName, 'still here');
    await settlesAt(heard, 2);
    expect(heard[1]).toBe('still here');
    expect(unreadable.map(({ reason }) => reason)).toEqual([
      'not-json',
      'not-json',
      'no-type',
      'no-type',
      'no-type',
      'no-type',
      'no-type',
      'binary',
    ]);
    expect(unreadable.at(-1)).toEqual({ reason: 'binary', length: 3 });
    expect(slack.state).toBe('ready');
  });
});

function withAbort(): { readonly signal: AbortSignal; abort(): void } {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    abort: () => {
      controller.abort();
    },
  };
}
