import { expect, test } from 'vitest';
import { listAt, textAt } from '../json.js';
import { type Api, type Body, startApi } from './support.js';

async function walk(
  { call, emulator }: Api,
  method: string,
  key: string,
  args: Record<string, string>,
): Promise<Body[]> {
  const found: Body[] = [];
  let cursor = '';
  do {
    const { body } = await call(
      method,
      { ...args, ...(cursor === '' ? {} : { cursor }) },
      { token: emulator.credentials.userToken },
    );
    found.push(...(listAt(body, key) as Body[]));
    const metadata = body['response_metadata'] as Body | undefined;
    cursor = typeof metadata?.['next_cursor'] === 'string' ? metadata['next_cursor'] : '';
  } while (cursor !== '');
  return found;
}

test('a workspace starts as large as asked for', async () => {
  const api = await startApi({ growth: { users: 300, channels: 120 } });
  const users = await walk(api, 'users.list', 'members', { limit: '150' });
  const channels = await walk(api, 'conversations.list', 'channels', { limit: '50' });
  expect(users).toHaveLength(308);
  expect(new Set(users.map(({ name }) => name)).size).toBe(308);
  expect(users.filter(({ deleted }) => deleted === true)).toHaveLength(7);
  // Those that were there before, and without the private ones that the caller is not in.
  expect(channels.length).toBeGreaterThan(110);
});

test('the history of a channel is told with its threads, all of it in the past', async () => {
  const api = await startApi();
  const { channelId = '' } = api.emulator.control.seed({ messages: 300 });
  const main = await walk(api, 'conversations.history', 'messages', { channel: channelId, limit: '200' });
  const stamps = main.map(({ ts }) => String(ts));
  expect(stamps).toEqual(stamps.toSorted().toReversed());
  const threads = main.filter(({ reply_count: replies }) => replies !== undefined);
  expect(threads.length).toBeGreaterThan(10);
  let replies = 0;
  for (const { ts, reply_count: count } of threads) {
    const thread = await walk(api, 'conversations.replies', 'messages', {
      channel: channelId,
      ts: String(ts),
    });
    expect(thread).toHaveLength(Number(count) + 1);
    replies += thread.filter(({ subtype }) => subtype !== 'thread_broadcast').length - 1;
  }
  expect(main.length + replies).toBe(300);
  expect(Number(stamps[0]) * 1_000).toBeLessThan(api.clock.now());
});

test('the same seed makes the same people and messages', async () => {
  const tell = async (): Promise<unknown> => {
    const { emulator } = await startApi({ growth: { users: 20, channels: 5 } });
    const { channelId = '', ...others } = emulator.control.seed({ users: 3, messages: 40 });
    return { ...others, messages: emulator.control.messages(channelId) };
  };
  expect(await tell()).toEqual(await tell());
});

test('a workspace is made larger over HTTP, in a channel that is named', async () => {
  const { send, call, emulator } = await startApi();
  const { body } = await send('/_emulator/seed', {
    method: 'POST',
    body: JSON.stringify({ users: 2, channels: 1, messages: 30, channel: 'random' }),
  });
  expect(textAt(body, 'channelId')).toBe(emulator.credentials.otherChannelId);
  expect(listAt(body, 'userIds')).toHaveLength(2);
  const [id] = listAt(body, 'userIds') as string[];
  expect((await call('users.info', { user: id ?? '' })).body).toMatchObject({ ok: true, user: { id } });
  expect(emulator.control.messages('random')).toHaveLength(32);
});

test('a channel that is told of twice keeps every message apart', async () => {
  const { emulator } = await startApi();
  emulator.control.seed({ messages: 400 });
  emulator.control.seed({ messages: 400 });
  const stamps = emulator.control.messages('chronicle').map(({ ts }) => ts);
  expect(new Set(stamps).size).toBe(800);
  expect(stamps).toEqual(stamps.toSorted());
});
