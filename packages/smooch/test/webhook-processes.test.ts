import { join } from 'node:path';
import { runNode } from '@x/testkit';
import { folderWithRecipes } from '@x/testkit/recipes';
import { redisServerPath, startRedis } from '@x/testkit/redis-server';
import { describe, expect, test } from 'vitest';
import { redisSeen } from '../examples/redis-seen.js';

// These run the built package, as its users do.
const root = join(import.meta.dirname, '..');
const redisServer = redisServerPath();

/** Is sent the same 100 events three times over, and prints which it has handled. Each fails the first time. */
const script = `
  import { createWebhookHandler } from '@x/smooch/webhooks';
  import { createClient } from 'redis';
  const [folder, url] = process.argv.slice(1);
  const { redisSeen } = await import(folder + '/redis-seen.mjs');
  const redis = await createClient({ url }).connect();
  const handled = [];
  const tried = new Set();
  const handler = createWebhookHandler({
    secrets: 'x',
    seen: redisSeen(redis),
    onError: () => undefined,
    on: {
      other: async ({ id }) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
        if (!tried.has(id)) {
          tried.add(id);
          throw new Error('the first time');
        }
        handled.push(id);
      },
    },
  });
  const send = (id) => handler(new Request('https://example.com', {
    method: 'POST',
    headers: { 'x-api-key': 'x' },
    body: JSON.stringify({ app: { id: '1' }, webhook: { id: '1', version: 'v2' }, events: [{ id, type: 'x' }] }),
  }));
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(Array.from({ length: 100 }, (_, number) => send('e' + number)));
  }
  console.log(JSON.stringify(handled));
  await redis.close();
`;

describe.skipIf(redisServer === undefined)('with Redis (skipped where redis-server is not installed)', () => {
  test('two processes handle each event once between them', { timeout: 30_000 }, async () => {
    const { url, redis } = await startRedis(redisServer ?? '');
    const folder = await folderWithRecipes([join(root, 'examples/redis-seen.ts')]);
    const run = (): Promise<string> => runNode(script, { cwd: root, arguments: [folder, url] });
    const printed = await Promise.all([run(), run()]);
    const handled = printed.flatMap((line) => JSON.parse(line) as string[]);
    expect(handled).toHaveLength(100);
    expect(new Set(handled).size).toBe(100);
    expect(await redis.keys('smooch:seen:*')).toHaveLength(100);
  });

  test('a claim is one process’s, until it is given back or its time is over', async () => {
    const { redis } = await startRedis(redisServer ?? '');
    const seen = redisSeen(redis);
    expect([await seen.claim('e1', 60_000), await seen.claim('e1', 60_000)]).toEqual([true, false]);
    await seen.release('e1');
    expect(await seen.claim('e1', 20)).toBe(true);
    await expect.poll(() => redis.exists('smooch:seen:e1')).toBe(0);
    expect(await seen.claim('e1', 20)).toBe(true);
  });
});
