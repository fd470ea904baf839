import { createManualClock } from '@x/emulators';
import { rejection } from '@x/testkit';
import { constants, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  createSlackWeb,
  readAnalytics,
  toDate,
  type AnalyticsRecord,
  type SlackWeb,
  type SlackWebOptions,
} from '../src/index.js';
import { behaviour } from './behaviours.js';
import { startEmulator, type SlackEmulator } from './setup.js';

const path = '/api/admin.analytics.getFile';

interface Setup {
  readonly emulator: SlackEmulator;
  readonly web: SlackWeb;
  /** The day before. */
  readonly date: string;
}

/** A workspace a day after somebody said something in it, and a client of somebody who may look at its analytics. */
async function setUp(options: Partial<SlackWebOptions> = {}): Promise<Setup> {
  const clock = createManualClock();
  const emulator = await startEmulator({ clock });
  const { control, credentials } = emulator;
  const date = new Date(clock.now()).toISOString().slice(0, 10);
  for (const text of ['one', 'two', 'three']) control.say('general', 'ines', text);
  await clock.advance(86_400_000);
  const token = control.issueToken({
    kind: 'user',
    classic: false,
    user: 'ines',
    scopes: ['admin.analytics:read'],
  });
  return {
    emulator,
    date,
    web: createSlackWeb({ token, baseUrl: credentials.apiUrl, clock, ...options }),
  };
}

async function all(records: AsyncIterable<AnalyticsRecord>): Promise<AnalyticsRecord[]> {
  const list: AnalyticsRecord[] = [];
  for await (const record of records) list.push(record);
  return list;
}

test(behaviour(124, 'what members did'), async () => {
  const { emulator, web, date } = await setUp();
  const { userId, teamId } = emulator.credentials;
  const records = await all(readAnalytics(web, { type: 'member', date }));
  expect(records.length).toBeGreaterThan(1);
  expect(records.find(({ user_id: id }) => id === userId)).toMatchObject({
    date,
    team_id: teamId,
    is_active: true,
    // One of them is in the history that the workspace begins with.
    messages_posted_count: 4,
  });
});

test(behaviour(124, 'what happened in channels, or what they are called'), async () => {
  const { emulator, web, date } = await setUp();
  const { channelId, channelName } = emulator.credentials;
  const records = await all(readAnalytics(web, { type: 'public_channel', date }));
  const said = emulator.control
    .messages(channelId)
    .filter(({ ts }) => toDate(ts).toISOString().startsWith(date));
  expect(said.length).toBeGreaterThan(2);
  expect(records.find(({ channel_id: id }) => id === channelId)).toMatchObject({
    messages_posted_count: said.length,
  });
  const named = await all(readAnalytics(web, { type: 'public_channel', metadata_only: true }));
  expect(named.find(({ channel_id: id }) => id === channelId)).toMatchObject({ name: channelName });
});

test(behaviour(124, 'however the file comes in pieces'), async () => {
  const records = Array.from({ length: 5_000 }, (_, index) => ({ user_id: `U${index}`, name: 'Zoë 🎈' }));
  const text = records.map((record) => JSON.stringify(record)).join('\n');
  for (const end of ['', '\n', '\n\n']) {
    const setup = await setUp();
    const { emulator, date } = setup;
    const bytes = gzipSync(text + end);
    const web = createSlackWeb({
      token: emulator.credentials.userToken,
      baseUrl: emulator.credentials.apiUrl,
      fetch: async () => {
        let at = 0;
        const body = new ReadableStream<Uint8Array>({
          pull(controller) {
            if (at >= bytes.length) controller.close();
            else controller.enqueue(new Uint8Array(bytes.subarray(at, (at += 101))));
          },
        });
        return new Response(body, { headers: { 'content-type': 'application/gzip' } });
      },
    });
    expect(await all(readAnalytics(web, { type: 'member', date }))).toEqual(records);
  }
});

describe('a file', () => {
  test('is not asked for before somebody reads it', async () => {
    const { emulator, web, date } = await setUp();
    const records = readAnalytics(web, { type: 'member', date });
    expect(emulator.control.requests.all).toEqual([]);
    await records.next();
    await records.return();
    expect(emulator.control.requests.all.map((request) => request.path)).toEqual([path]);
  });

  test.each([
    ['file_not_yet_available', { type: 'member', date: '2099-01-01' }],
    ['invalid_date', { type: 'member', date: 'yesterday' }],
    ['invalid_type', { type: 'weather', date: '2026-01-05' }],
  ])('is refused by Slack’s word (%s)', async (code, args) => {
    const { web } = await setUp();
    expect(await rejection(all(readAnalytics(web, args)))).toMatchObject({ kind: 'refused', code });
  });

  test('needs a scope', async () => {
    const { web, date, emulator } = await setUp();
    const other = createSlackWeb({
      token: emulator.credentials.granularBotToken,
      baseUrl: emulator.credentials.apiUrl,
    });
    expect(await rejection(all(readAnalytics(other, { type: 'member', date })))).toMatchObject({
      code: 'missing_scope',
      needed: 'admin.analytics:read',
    });
    expect(await rejection(all(readAnalytics({ ...web }, { type: 'member', date })))).toMatchObject({
      kind: 'usage',
    });
  });

  test('is asked for at the pace of its method', async () => {
    const { emulator, web, date } = await setUp({ rateLimit: 'reject' });
    const body = '{"ok":false,"error":"ratelimited"}';
    const headers = { 'retry-after': '30' };
    emulator.control.faults.add({ match: { path }, fault: { kind: 'status', status: 429, headers, body } });
    const limited = { kind: 'rate-limit', code: 'ratelimited', retryable: true };
    expect(await rejection(all(readAnalytics(web, { type: 'member', date })))).toMatchObject(limited);
    // The second is not sent any more: Slack has said that it takes none for a while.
    const error = await rejection(all(readAnalytics(web, { type: 'member', date })));
    expect(error).toMatchObject(limited);
    expect(String(error)).toContain('was not sent');
    expect(emulator.control.requests.matching({ path })).toHaveLength(1);
  });

  test('is asked for again with a new token, and after a failure that passes', async () => {
    const { emulator, web: first, date } = await setUp();
    expect(await all(readAnalytics(first, { type: 'member', date }))).not.toEqual([]);
    const token = emulator.control.issueToken({
      kind: 'user',
      classic: false,
      user: 'ines',
      scopes: ['admin.analytics:read'],
    });
    const given = ['xoxp-gone', token];
    const web = createSlackWeb({
      token: () => given.shift() ?? token,
      baseUrl: emulator.credentials.apiUrl,
    });
    emulator.control.faults.add({ match: { path }, fault: { kind: 'status', status: 503 } });
    expect(await all(readAnalytics(web, { type: 'member', date }))).not.toEqual([]);
    expect(emulator.control.requests.matching({ path })).toHaveLength(4);
  });

  test.each([
    ['is none', new TextEncoder().encode('<html>')],
    ['ends early', gzipSync('{"user_id":"U1"}\n{"user_id":"U2"}').subarray(0, 25)],
    ['holds no JSON', gzipSync('{"user_id":\n')],
  ])('that %s is an error', async (_what, bytes) => {
    const { emulator, date } = await setUp();
    const { apiUrl: baseUrl, userToken: token } = emulator.credentials;
    const headers = { 'content-type': 'application/gzip' };
    const web = createSlackWeb({
      token,
      baseUrl,
      fetch: async () => new Response(new Uint8Array(bytes), { headers }),
    });
    expect(await rejection(all(readAnalytics(web, { type: 'member', date })))).toMatchObject({
      kind: 'protocol',
      code: 'BROKEN_FILE',
    });
  });

  test('ends with the signal of its reader', async () => {
    const { web, date } = await setUp();
    const controller = new AbortController();
    const more = createSlackWeb({
      token: 'xoxp-any',
      fetch: async () => {
        const lines = new ReadableStream<Uint8Array>({
          start: (from) =>
            from.enqueue(
              new Uint8Array(gzipSync('{"user_id":"U1"}\n{}', { finishFlush: constants.Z_SYNC_FLUSH })),
            ),
        });
        return new Response(lines, { headers: { 'content-type': 'application/gzip' } });
      },
    });
    const records = readAnalytics(more, { type: 'member', date }, { signal: controller.signal });
    expect((await records.next()).value).toEqual({ user_id: 'U1' });
    const waiting = rejection(records.next());
    controller.abort('enough');
    expect(await waiting).toBe('enough');
    const over = AbortSignal.abort('enough');
    expect(await rejection(all(readAnalytics(web, { type: 'member', date }, { signal: over })))).toBe(
      'enough',
    );
  });
});
