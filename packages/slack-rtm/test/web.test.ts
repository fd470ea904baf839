import { rejection } from '@x/testkit';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { collect, createSlackWeb, type Methods } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { setUpWeb, startEmulator } from './setup.js';

const form = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

type Names = {
  readonly channel: string;
  readonly other: string;
  readonly user: string;
  readonly bot: string;
};
type Row = readonly [
  method: keyof Methods,
  args: (names: Names) => Record<string, unknown>,
  sent: (names: Names) => Record<string, string>,
  answer: (names: Names) => object,
];

const methods: readonly Row[] = [
  ['api.test', () => ({ foo: 'bar' }), () => ({ foo: 'bar' }), () => ({ args: { foo: 'bar' } })],
  ['auth.test', () => ({}), () => ({}), ({ bot }) => ({ bot_id: bot })],
  ['bots.info', ({ bot }) => ({ bot }), ({ bot }) => ({ bot }), ({ bot }) => ({ bot: { id: bot } })],
  ['team.info', () => ({}), () => ({}), () => ({ team: { id: expect.any(String) as string } })],
  ['users.info', ({ user }) => ({ user }), ({ user }) => ({ user }), ({ user }) => ({ user: { id: user } })],
  ['users.list', () => ({ limit: 2 }), () => ({ limit: '2' }), () => ({ members: [{}, {}] })],
  [
    'conversations.list',
    () => ({ types: ['public_channel', 'im'], exclude_archived: true }),
    () => ({ types: 'public_channel,im', exclude_archived: 'true' }),
    () => ({ channels: expect.any(Array) as unknown[] }),
  ],
  [
    'conversations.info',
    ({ channel }) => ({ channel, include_num_members: undefined }),
    ({ channel }) => ({ channel }),
    ({ channel }) => ({ channel: { id: channel } }),
  ],
  [
    'conversations.history',
    ({ channel }) => ({ channel, oldest: new Date(1_355_517_523_004), limit: 1 }),
    ({ channel }) => ({ channel, oldest: '1355517523.004000', limit: '1' }),
    () => ({ messages: [{ type: 'message' }] }),
  ],
  [
    'conversations.members',
    ({ channel }) => ({ channel }),
    ({ channel }) => ({ channel }),
    ({ user }) => ({ members: expect.arrayContaining([user]) as unknown[] }),
  ],
  [
    'conversations.open',
    ({ user }) => ({ users: [user], return_im: true }),
    ({ user }) => ({ users: user, return_im: 'true' }),
    () => ({ channel: { id: expect.any(String) as string } }),
  ],
  [
    'chat.postMessage',
    ({ channel }) => ({ channel, text: 'Grüße & mehr', blocks: [{ type: 'divider' }], thread_ts: null }),
    ({ channel }) => ({
      channel,
      text: 'Grüße & mehr',
      blocks: '[{"type":"divider"}]',
      client_msg_id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f-]{21}$/) as string,
    }),
    ({ channel }) => ({ channel, ts: expect.any(String) as string, message: { type: 'message' } }),
  ],
  ['rtm.connect', () => ({}), () => ({}), () => ({ url: expect.stringMatching(/^ws:/) as string })],
];

describe('a method', () => {
  test.each(methods)(
    '%s sends its arguments as a form, and gives what Slack answers',
    async (method, args, sent, answer) => {
      const { emulator, web } = await setUpWeb();
      const {
        channelId: channel,
        otherChannelId: other,
        userId: user,
        botId: bot,
        botToken,
      } = emulator.credentials;
      const names: Names = { channel, other, user, bot };
      const given = Object.freeze(args(names));
      expect(await web.call(method as string, given)).toMatchObject({ ok: true, ...answer(names) });
      const [request] = emulator.control.requests.all;
      expect(request).toMatchObject({
        method: 'POST',
        target: `/api/${method}`,
        headers: {
          authorization: `Bearer ${botToken}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
      });
      expect(form(request?.text ?? '')).toEqual(sent(names));
    },
  );

  test(behaviour(131), async () => {
    const { emulator, web } = await setUpWeb();
    const { channelId: channel } = emulator.credentials;
    const { ts } = await web.chat.postMessage({ channel, text: 'one' });
    await web.chat.update({ channel, ts, text: 'two' });
    const { messages } = await web.conversations.replies({ channel, ts });
    expect(messages).toMatchObject([{ ts, text: 'two' }]);
    await web.chat.delete({ channel, ts });
    expect(emulator.control.messages(channel).some((message) => message.ts === ts)).toBe(false);
    const error = await rejection(web.call('brand.new.method'));
    expect(error).toMatchObject({ kind: 'refused', code: 'unknown_method' });
    expect(emulator.control.requests.all.map(({ path }) => path)).toEqual([
      '/api/chat.postMessage',
      '/api/chat.update',
      '/api/conversations.replies',
      '/api/chat.delete',
      '/api/brand.new.method',
    ]);
  });

  test('takes a token of its own', async () => {
    const { emulator, web } = await setUpWeb({ token: 'xoxb-wrong' });
    const answer = await web.call('auth.test', { token: emulator.credentials.botToken });
    expect(answer.user_id).toBe(emulator.credentials.botUserId);
    const [request] = emulator.control.requests.all;
    expect(request?.headers['authorization']).toBe(`Bearer ${emulator.credentials.botToken}`);
    expect(request?.text).toBe('');
  });
});

describe('a chain', () => {
  test('survives whatever looks at it, and nothing of that is sent', async () => {
    const { emulator, web } = await setUpWeb();
    const node = web.chat.postMessage as unknown as Record<string | symbol, unknown>;
    expect(await Promise.resolve(node)).toBe(node);
    expect(await Promise.resolve(web)).toBe(web);
    expect(`at ${node as unknown as string}`).toBe('at chat.postMessage');
    expect(JSON.stringify({ node, web })).toBe('{"node":"chat.postMessage","web":"slack"}');
    expect([inspect(node), inspect(web)]).toEqual(['chat.postMessage', 'slack']);
    expect({ ...node }).toEqual({});
    expect(node['then']).toBeUndefined();
    expect(node['hasAttribute']).toBeUndefined();
    expect(node['$$typeof']).toBeUndefined();
    expect(node[Symbol.iterator]).toBeUndefined();
    expect(typeof node['constructor']).toBe('function');
    expect(node).toEqual(node);
    expect(emulator.control.requests.all).toEqual([]);
  });
});

describe('arguments', () => {
  test.each<[string, unknown, string | undefined]>([
    ['a text', 'a,b & c', 'a,b & c'],
    ['a number', 1.5, '1.5'],
    ['true', true, 'true'],
    ['false', false, 'false'],
    ['a big number', 12_345_678_901_234_567_890n, '12345678901234567890'],
    ['a date', new Date(1500), '1.500000'],
    ['undefined', undefined, undefined],
    ['null', null, undefined],
    ['an object', { a: { b: 'ü' } }, '{"a":{"b":"ü"}}'],
    ['a list of texts', ['a', 'b'], '["a","b"]'],
    ['a list of objects', [{ a: 1 }], '[{"a":1}]'],
    ['an empty list', [], '[]'],
  ])('that are %s go as they should', async (_name, value, expected) => {
    const { emulator, web } = await setUpWeb();
    await web.api.test({ value });
    expect(form(emulator.control.requests.all[0]?.text ?? '')['value']).toBe(expected);
  });

  test.each(['users', 'types', 'channels', 'user_ids', 'channel_ids', 'team_ids', 'scopes'])(
    'that are ids under the name %s are joined by commas',
    async (name) => {
      const { emulator, web } = await setUpWeb();
      await web.api.test({ [name]: ['a', 'b'] });
      await web.api.test({ [name]: [{ a: 1 }] });
      const texts = emulator.control.requests.all.map(({ text }) => form(text)[name]);
      expect(texts).toEqual(['a,b', '[{"a":1}]']);
    },
  );

  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  test.each<[string, unknown]>([
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a number that is none', Number.NaN],
    ['an object that holds itself', circular],
    ['a date that is none', new Date(Number.NaN)],
  ])('that are %s are refused', async (_name, value) => {
    const { emulator, web } = await setUpWeb();
    expect(await rejection(web.api.test({ value }))).toMatchObject({
      kind: 'usage',
      code: 'INVALID_REQUEST',
    });
    expect(emulator.control.requests.all).toEqual([]);
  });

  test.each(['', 'a/b', '../x', 'a..b', 'https://example.com/x', 'chat.', ' chat.postMessage'])(
    'belong to a method, which %j is not',
    async (method) => {
      const { emulator, web } = await setUpWeb();
      expect(await rejection(web.call(method))).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
      expect(emulator.control.requests.all).toEqual([]);
    },
  );

  test.each<[unknown]>([['text'], [1], [[1]], [() => 1]])('are an object, and not %s', async (args) => {
    const { web } = await setUpWeb();
    const call = web.api.test as (given: unknown) => Promise<unknown>;
    expect(await rejection(call(args))).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  });
});

describe('a list', () => {
  test.each([false, true])('is followed by its cursors (short pages: %s)', async (shortPages) => {
    const { emulator, web } = await setUpWeb({}, { switches: { shortPages } });
    const args = Object.freeze({ limit: 2 });
    const users = collect(web, 'users.list', args);
    expect(emulator.control.requests.all).toEqual([]);
    const ids = (await users.toArray()).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(emulator.control.users().map(({ id }) => id)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(emulator.control.requests.all.length).toBeGreaterThan(2);
    for (const { text } of emulator.control.requests.all) expect(form(text)['limit']).toBe('2');
  });

  test('is asked for two hundred at a time, and page by page if wanted', async () => {
    const { emulator, web } = await setUpWeb();
    const { channelId: channel } = emulator.credentials;
    for await (const page of collect(web, 'conversations.history', { channel }).pages()) {
      expect(page.messages.length).toBeGreaterThan(0);
    }
    expect(form(emulator.control.requests.all[0]?.text ?? '')).toEqual({ channel, limit: '200' });
  });

  test('may be anywhere in the answer, if one says where', async () => {
    const { web } = await setUpWeb();
    expect(await rejection(collect(web, 'team.info').toArray())).toMatchObject({
      kind: 'protocol',
      code: 'NO_LIST',
    });
    const found = await collect<string>(
      web,
      'team.info',
      {},
      { items: (page) => Object.keys(page) },
    ).toArray();
    expect(found).toContain('team');
  });

  test('ends with the signal of its reader', async () => {
    const { emulator, web } = await setUpWeb();
    const call = { signal: AbortSignal.abort('enough') };
    expect(await rejection(collect(web, 'users.list', {}, call).toArray())).toBe('enough');
    expect(emulator.control.requests.all).toEqual([]);
  });
});

test('in a browser the token goes into the form, and no header is sent that its rules would not let pass', async () => {
  const emulator = await startEmulator();
  Object.defineProperty(globalThis, 'document', { value: {}, configurable: true });
  try {
    const { web } = await setUpWeb({
      token: emulator.credentials.botToken,
      baseUrl: emulator.credentials.apiUrl,
    });
    await web.auth.test();
    await web.api.test({ foo: 'bar' });
  } finally {
    Reflect.deleteProperty(globalThis, 'document');
  }
  const [first, second] = emulator.control.requests.all;
  const token = emulator.credentials.botToken;
  expect(form(first?.text ?? '')).toEqual({ token });
  expect(form(second?.text ?? '')).toEqual({ foo: 'bar', token });
  expect(first?.headers['authorization']).toBeUndefined();
  expect(first?.headers['content-type']).toBe('application/x-www-form-urlencoded');
});

test('the Web API is found at a root of its own, and below /api of a host', async () => {
  const addresses: string[] = [];
  const fetch = async (address: string): Promise<Response> => {
    addresses.push(address);
    return Response.json({ ok: true });
  };
  for (const baseUrl of [
    undefined,
    'https://slack.example',
    'https://slack.example/',
    'https://example.com/slack',
  ]) {
    await createSlackWeb({ token: 'xoxb-1', baseUrl, fetch }).call('api.test', {});
  }
  expect(addresses.map((address) => address.replace(/\?.*/, ''))).toEqual([
    'https://slack.com/api/api.test',
    'https://slack.example/api/api.test',
    'https://slack.example/api/api.test',
    'https://example.com/slack/api.test',
  ]);
});
