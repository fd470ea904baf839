import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { streamMessage, type MessageStream, type StreamOptions } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { setUpWeb, type SlackEmulator } from './setup.js';

interface Setup {
  readonly emulator: SlackEmulator;
  readonly channel: string;
  readonly message: MessageStream;
  /** The calls that were made, with what they brought beside the channel. */
  readonly calls: () => [string, Record<string, string>][];
  readonly text: () => string | undefined;
}

async function setUp(options: Partial<StreamOptions> = {}): Promise<Setup> {
  const { emulator, web } = await setUpWeb();
  const { channelId: channel } = emulator.credentials;
  const message = streamMessage(web, Object.freeze({ channel, ...options }));
  return {
    emulator,
    channel,
    message,
    calls: () =>
      emulator.control.requests.all.map(({ path, text }) => {
        const { channel: where, ...args } = Object.fromEntries(new URLSearchParams(text));
        expect(where).toBe(channel);
        delete args['client_msg_id'];
        return [path.replace('/api/chat.', ''), args];
      }),
    text: () => emulator.control.messages(channel).at(-1)?.text,
  };
}

const step = { type: 'task_update', id: 'a', title: 'Looking', status: 'in_progress' } as const;

test(behaviour(141, 'a short one is started and stopped, with nothing in between'), async () => {
  const { emulator, message, calls, channel } = await setUp();
  await message.append('Hello ');
  await message.append('world');
  expect(calls()).toEqual([]);
  const done = await message.stop();
  expect(done).toMatchObject({ channel, ts: message.ts, message: { text: 'Hello world' } });
  expect(calls()).toEqual([
    ['startStream', { markdown_text: 'Hello world' }],
    ['stopStream', { ts: message.ts }],
  ]);
  expect(emulator.control.messages(channel).at(-1)).toMatchObject({ ts: message.ts, text: 'Hello world' });
});

test(behaviour(141, 'it has no ts before some of it has been sent'), async () => {
  const { message } = await setUp();
  expect(message.ts).toBeUndefined();
  await message.append('a'.repeat(255));
  expect(message.ts).toBeUndefined();
  await message.append('a');
  expect(message.ts).toMatch(/^\d+\.\d{6}$/);
});

describe('text', () => {
  test(behaviour(141, 'it is kept back until there are 256 characters'), async () => {
    const { message, calls, text } = await setUp();
    const words = Array.from({ length: 100 }, (_, index) => `word${index} `.padEnd(10));
    for (const word of words) await message.append(word);
    await message.stop({ text: 'end' });
    const sent = calls();
    expect(sent.map(([method]) => method)).toEqual([
      'startStream',
      'appendStream',
      'appendStream',
      'stopStream',
    ]);
    expect(sent.slice(0, 3).map(([, args]) => args['markdown_text']?.length)).toEqual([260, 260, 260]);
    expect(sent.map(([, args]) => args['markdown_text']).join('')).toBe(`${words.join('')}end`);
    expect(text()).toBe(`${words.join('')}end`);
  });

  test(behaviour(141, 'it is kept back until there is as much as was said'), async () => {
    const { message, calls } = await setUp({ bufferSize: 1 });
    for (const letter of 'abc') await message.append(letter);
    await message.append('');
    expect(calls().map(([method, args]) => [method, args['markdown_text']])).toEqual([
      ['startStream', 'a'],
      ['appendStream', 'b'],
      ['appendStream', 'c'],
    ]);
  });

  test(
    behaviour(141, 'what is longer than Slack takes at once goes in parts, and no character is broken'),
    async () => {
      const { message, calls, text } = await setUp();
      const long = `${'x'.repeat(11_999)}${'🎈'.repeat(7_000)}`;
      await message.append(long);
      await message.stop();
      const parts = calls().map(([, args]) => args['markdown_text'] ?? '');
      expect(parts.map((part) => part.length)).toEqual([11_999, 12_000, 2_000, 0]);
      expect(parts.some((part) => /\p{Surrogate}/u.test(part))).toBe(false);
      expect(text()).toBe(long);
    },
  );

  test('goes in the order in which it came, whoever waits', async () => {
    const { message, text } = await setUp({ bufferSize: 1 });
    const letters = 'abcdefgh'.split('');
    await Promise.all([...letters.map((letter) => message.append(letter)), message.stop({ text: '.' })]);
    expect(text()).toBe('abcdefgh.');
  });

  test('goes where it was said, as was said', async () => {
    const { message, calls, emulator } = await setUp({
      threadTs: '1355517523.000005',
      recipientUserId: 'U1',
      recipientTeamId: 'T1',
      taskDisplayMode: 'plan',
      username: 'Thinker',
      iconEmoji: ':thinking:',
      iconUrl: 'https://example.com/a.png',
    });
    emulator.control.refuseMethod('chat.startStream', 'thread_not_found');
    expect(await rejection(message.stop({ text: 'x' }))).toMatchObject({ code: 'thread_not_found' });
    expect(calls()[0]).toEqual([
      'startStream',
      {
        markdown_text: 'x',
        thread_ts: '1355517523.000005',
        recipient_user_id: 'U1',
        recipient_team_id: 'T1',
        task_display_mode: 'plan',
        username: 'Thinker',
        icon_emoji: ':thinking:',
        icon_url: 'https://example.com/a.png',
      },
    ]);
  });
});

describe('chunks', () => {
  test(behaviour(141, 'they are sent at once, without text'), async () => {
    const { message, calls } = await setUp();
    await message.append({ chunks: [step] });
    await message.append({ chunks: [step] });
    expect(calls()).toEqual([
      ['startStream', { chunks: JSON.stringify([step]) }],
      ['appendStream', { ts: message.ts, chunks: JSON.stringify([step]) }],
    ]);
  });

  test(behaviour(141, 'they take the text along that was kept back'), async () => {
    const { message, calls, text } = await setUp();
    await message.append('Let me ');
    await message.append({ text: 'see', chunks: [step] });
    await message.append('!');
    expect(calls()).toEqual([
      ['startStream', { chunks: JSON.stringify([{ type: 'markdown_text', text: 'Let me see' }, step]) }],
    ]);
    await message.stop();
    expect(calls()[1]).toEqual(['stopStream', { ts: message.ts, markdown_text: '!' }]);
    expect(text()).toBe('Let me see!');
  });

  test(behaviour(141, 'it can end with chunks, blocks and metadata'), async () => {
    const { message, calls, text } = await setUp();
    const blocks = [{ type: 'divider' }];
    const metadata = { event_type: 'done', event_payload: {} };
    await message.append({ chunks: [step] });
    await message.append('Found');
    await message.stop({ text: ' it', chunks: [{ ...step, status: 'complete' }], blocks, metadata });
    expect(calls()[1]).toEqual([
      'stopStream',
      {
        ts: message.ts,
        chunks: JSON.stringify([
          { type: 'markdown_text', text: 'Found it' },
          { ...step, status: 'complete' },
        ]),
        blocks: JSON.stringify(blocks),
        metadata: JSON.stringify(metadata),
      },
    ]);
    expect(text()).toBe('Found it');
  });

  test(behaviour(141, 'a short one can end with chunks'), async () => {
    const { message, calls } = await setUp();
    await message.append('Found');
    await message.stop({ chunks: [step] });
    expect(calls()).toEqual([
      ['startStream', { markdown_text: 'Found' }],
      ['stopStream', { ts: message.ts, chunks: JSON.stringify([step]) }],
    ]);
  });
});

describe('a message', () => {
  test(behaviour(141, 'it takes nothing more once it has been stopped'), async () => {
    const { message, calls } = await setUp();
    await message.append('x');
    await message.stop();
    const ended = { name: 'SlackError', kind: 'usage', code: 'MESSAGE_STOPPED' };
    expect(await rejection(message.append('y'))).toMatchObject(ended);
    expect(await rejection(message.append({ chunks: [step] }))).toMatchObject(ended);
    expect(await rejection(message.stop())).toMatchObject(ended);
    expect(calls()).toHaveLength(2);
  });

  test(behaviour(141, 'one that has not started cannot be added to'), async () => {
    const { message, emulator, calls } = await setUp({ bufferSize: 1 });
    emulator.control.faults.add({ fault: { kind: 'status', status: 200, body: '{"ok":true}' }, times: 2 });
    expect(await rejection(message.append('x'))).toMatchObject({ kind: 'protocol', code: 'NO_TS' });
    expect(await rejection(message.stop())).toMatchObject({ kind: 'protocol', code: 'NO_TS' });
    expect(message.ts).toBeUndefined();
    expect(calls().map(([method]) => method)).toEqual(['startStream', 'startStream']);
  });

  test.each([undefined, null, 7, { text: 7 }])('takes %j for no text', async (content) => {
    const { message, calls } = await setUp();
    const error = await rejection(message.append(content as unknown as string));
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
    expect(calls()).toEqual([]);
  });

  test('that somebody else has stopped takes nothing more', async () => {
    const { message, emulator } = await setUp({ bufferSize: 1 });
    await message.append('x');
    emulator.control.refuseMethod('chat.appendStream', 'message_not_in_streaming_state');
    expect(await rejection(message.append('y'))).toMatchObject({
      kind: 'refused',
      code: 'message_not_in_streaming_state',
    });
  });

  test('keeps what could not be sent for the next time', async () => {
    const { message, emulator, text } = await setUp({ bufferSize: 1 });
    emulator.control.refuseMethod('chat.startStream', 'channel_not_found');
    expect(await rejection(message.append('a'))).toMatchObject({ code: 'channel_not_found' });
    await message.append('b');
    emulator.control.refuseMethod('chat.stopStream', 'internal_error');
    expect(await rejection(message.stop({ text: 'c' }))).toMatchObject({ code: 'internal_error' });
    await message.stop();
    expect(text()).toBe('abc');
  });

  test('ends the wait of a call by its signal', async () => {
    const { message } = await setUp({ bufferSize: 1 });
    const call = { signal: AbortSignal.abort('enough') };
    expect(await rejection(message.append('x', call))).toBe('enough');
    await message.append('y');
    expect(message.ts).toBeDefined();
  });
});

test.each([
  ['channel', { channel: '' }],
  ['threadTs', { threadTs: '12' }],
  ['bufferSize', { bufferSize: 0 }],
])('what cannot work is refused at once (%s)', async (name, change) => {
  const { web } = await setUpWeb();
  const begin = (): unknown => streamMessage(web, { channel: 'C024BE91L', ...change });
  expect(begin).toThrow(name);
});
