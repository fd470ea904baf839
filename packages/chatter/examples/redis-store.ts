// A store for tokens that processes on several machines share: a key in Redis, and a lock beside it.
import { randomUUID } from 'node:crypto';
import type { ChatterTokens, CredentialStore } from '@x/chatter';

/** What is used of a client of the package `redis`. */
export interface RedisClient {
  sendCommand(command: readonly string[]): Promise<unknown>;
}

/** Frees the lock, if it is still the own one: else it has expired, and another process holds it. */
const unlock = `
  if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
  return 0
`;

/**
 * Keeps tokens under `key`. The lock is a key that only one process can set; Redis lets it expire after `lockMs`, should
 * the process that holds it have died. It must outlast a token request, which by default ends after 30 seconds.
 */
export function redisStore(redis: RedisClient, key: string, lockMs = 60_000): CredentialStore<ChatterTokens> {
  const lockKey = `${key}:lock`;

  async function acquire(owner: string): Promise<void> {
    while ((await redis.sendCommand(['SET', lockKey, owner, 'NX', 'PX', `${lockMs}`])) === null) {
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 30));
    }
  }

  return {
    async get() {
      const stored = await redis.sendCommand(['GET', key]);
      return typeof stored === 'string' ? (JSON.parse(stored) as ChatterTokens) : undefined;
    },
    set: (tokens) => redis.sendCommand(['SET', key, JSON.stringify(tokens)]),
    async lock(run) {
      const owner = randomUUID();
      await acquire(owner);
      try {
        return await run();
      } finally {
        await redis.sendCommand(['EVAL', unlock, '1', lockKey, owner]);
      }
    },
  };
}
