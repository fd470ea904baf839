import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { startApi, type Api } from './support.js';

const dayMs = 86_400_000;

/** A workspace a day later, and the token of somebody who may look at its analytics. */
async function startLater(): Promise<{
  readonly api: Api;
  readonly date: string;
  readonly ask: (args: Readonly<Record<string, string>>) => Promise<Response>;
}> {
  const api = await startApi();
  const { clock } = api;
  const { control, credentials } = api.emulator;
  const date = new Date(clock.now()).toISOString().slice(0, 10);
  control.say('general', 'ines', 'a word of the day');
  await clock.advance(dayMs);
  const scopes = ['admin.analytics:read'];
  const token = control.issueToken({ kind: 'user', classic: false, user: 'ines', scopes });
  return {
    api,
    date,
    ask: (args) =>
      fetch(`${credentials.apiUrl}admin.analytics.getFile`, {
        method: 'POST',
        body: new URLSearchParams({ token, ...args }),
      }),
  };
}

const recordsOf = async (response: Response): Promise<Record<string, unknown>[]> =>
  gunzipSync(new Uint8Array(await response.arrayBuffer()))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a file of analytics', () => {
  test('is compressed, and has a line for each member', async () => {
    const { api, ask, date } = await startLater();
    const response = await ask({ type: 'member', date });
    expect(response.headers.get('content-type')).toBe('application/gzip');
    expect(response.headers.get('x-slack-req-id')).toMatch(/^\w+$/);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const records = await recordsOf(response);
    expect(records.every((record) => record['date'] === date)).toBe(true);
    const { userId, botUserId } = api.emulator.credentials;
    expect(records.find((record) => record['user_id'] === userId)).toMatchObject({ is_active: true });
    expect(records.some((record) => record['user_id'] === botUserId)).toBe(false);
  });

  test('has a line for each public channel, or what names it', async () => {
    const { api, ask, date } = await startLater();
    const { channelId, channelName } = api.emulator.credentials;
    const [counted, named] = await Promise.all([
      ask({ type: 'public_channel', date }).then(recordsOf),
      ask({ type: 'public_channel', metadata_only: 'true' }).then(recordsOf),
    ]);
    const isIt = (record: Record<string, unknown>): boolean => record['channel_id'] === channelId;
    expect(counted.find(isIt)).toMatchObject({ visibility: 'public', messages_posted_count: 2 });
    expect(named.find(isIt)).toMatchObject({ name: channelName });
  });

  test.each([
    [{}, 'missing_argument'],
    [{ type: 'weather', date: '2026-01-05' }, 'invalid_type'],
    [{ type: 'member' }, 'missing_argument'],
    [{ type: 'member', date: '5 January' }, 'invalid_date'],
    [{ type: 'member', date: '2026-13-01' }, 'invalid_date'],
    [{ type: 'member', date: '2026-01-06' }, 'file_not_yet_available'],
  ])('is refused with %j, as JSON', async (args, error) => {
    const { ask } = await startLater();
    const response = await ask(args);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toMatchObject({ ok: false, error });
  });

  test('needs its scope', async () => {
    const { api } = await startLater();
    const { body } = await api.call('admin.analytics.getFile', { type: 'member', date: '2026-01-05' });
    expect(body).toMatchObject({ error: 'missing_scope', needed: 'admin.analytics:read' });
  });
});
