// Remembers in Redis which events were handled, for processes on several machines.
import type { SeenEvents } from '@x/smooch/webhooks';

/** What is used of a client of the package `redis`. */
export interface RedisClient {
  sendCommand(command: readonly string[]): Promise<unknown>;
}

/** Keeps a key for each event under `prefix`, which only one process can set; Redis lets it expire. */
export function redisSeen(redis: RedisClient, prefix = 'smooch:seen:'): SeenEvents {
  return {
    async claim(id, ttlMs) {
      return (await redis.sendCommand(['SET', prefix + id, '1', 'NX', 'PX', `${ttlMs}`])) === 'OK';
    },
    async release(id) {
      await redis.sendCommand(['DEL', prefix + id]);
    },
  };
}
