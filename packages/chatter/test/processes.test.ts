import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChatterEmulator } from '@x/emulators';
import { runNode } from '@x/testkit';
import { folderWithRecipes } from '@x/testkit/recipes';
import { redisServerPath, startRedis } from '@x/testkit/redis-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { redisStore } from '../examples/redis-store.js';
import type { ChatterTokens } from '../src/index.js';

// These run the built package, as its users do.
const root = join(import.meta.dirname, '..');
const redisServer = redisServerPath();

/**
 * Two processes, each with 100 calls at once on a session that is over.
 *
 * @param store Code that has `folder` and `address` and gives a store, and what ends it.
 * @returns how many calls succeeded in each, and how many token requests that took.
 */
async function runTwice(store: string, folder: string, address = ''): Promise<[string[], number]> {
  const emulator = await startChatterEmulator({ rotateTokens: true });
  onTestFinished(() => emulator.close());
  emulator.control.expireSessions();
  const script = `
    import { createChatter } from '@x/chatter';
    const [credentials, folder, address] = process.argv.slice(1);
    const { store, end } = await (async () => { ${store} })();
    const chatter = createChatter({ ...JSON.parse(credentials), store });
    const answers = await Promise.all(Array.from({ length: 100 }, () => chatter.users.me()));
    console.log(answers.filter(({ type }) => type === 'User').length);
    await end?.();
  `;
  const { instanceUrl, accessToken, refreshToken, clientId, clientSecret } = emulator.credentials;
  const credentials = JSON.stringify({ instanceUrl, accessToken, refreshToken, clientId, clientSecret });
  const run = (): Promise<string> =>
    runNode(script, { cwd: root, arguments: [credentials, folder, address] });
  const printed = await Promise.all([run(), run()]);
  return [printed, emulator.control.tokenRequests];
}

describe.skipIf(redisServer === undefined)('with Redis (skipped where redis-server is not installed)', () => {
  test('two processes with 100 calls each make one refresh between them', { timeout: 30_000 }, async () => {
    const { url, redis } = await startRedis(redisServer ?? '');
    const [printed, refreshes] = await runTwice(
      `
        const { createClient } = await import('redis');
        const { redisStore } = await import(folder + '/redis-store.mjs');
        const redis = await createClient({ url: address }).connect();
        return { store: redisStore(redis, 'chatter:ann'), end: () => redis.close() };
      `,
      await folderWithRecipes([join(root, 'examples/redis-store.ts')]),
      url,
    );
    expect(printed).toEqual(['100', '100']);
    expect(refreshes).toBe(1);
    const stored = JSON.parse((await redis.get('chatter:ann')) ?? '') as ChatterTokens;
    expect(stored.accessToken).toBe(stored.answer?.access_token);
    expect(stored.refreshToken).toBe(stored.answer?.refresh_token);
    expect(await redis.keys('*')).toEqual(['chatter:ann']);
  });

  test('a lock whose holder died expires, and is not freed by whom it has left behind', async () => {
    const { redis } = await startRedis(redisServer ?? '');
    await redis.set('chatter:lock', 'a process that died', { expiration: { type: 'PX', value: 50 } });
    const store = redisStore(redis, 'chatter', 5_000);
    await store.lock?.(async () => {
      expect(await redis.get('chatter:lock')).not.toBe('a process that died');
      // It took too long, and another has the lock now.
      await redis.set('chatter:lock', 'another');
    });
    expect(await redis.get('chatter:lock')).toBe('another');
  });
});

test(
  'with a file and a lock file, two processes make one refresh between them, too',
  { timeout: 30_000 },
  async () => {
    const folder = await folderWithRecipes([join(root, '../http-core/examples/file-store.ts')]);
    const [printed, refreshes] = await runTwice(
      `
      const { fileStore } = await import(folder + '/file-store.mjs');
      return { store: fileStore(folder + '/tokens.json', 60_000) };
    `,
      folder,
    );
    expect(printed).toEqual(['100', '100']);
    expect(refreshes).toBe(1);
    const stored = JSON.parse(await readFile(join(folder, 'tokens.json'), 'utf8')) as ChatterTokens;
    expect(stored.accessToken).toBe(stored.answer?.access_token);
  },
);
