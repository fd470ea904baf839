import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import { onTestFinished } from 'vitest';

/** Where Debian's package puts it. */
const usualPlace = '/usr/bin/redis-server';

/**
 * Where the Redis server is; `undefined` when nobody says and it is not where it usually is. What `REDIS_SERVER` says is
 * taken as it is: who sets it wants these tests, and a wrong path must not pass for a machine without Redis.
 */
export function redisServerPath(): string | undefined {
  const said = process.env['REDIS_SERVER'] ?? '';
  if (said !== '') return said;
  return existsSync(usualPlace) ? usualPlace : undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const clientOf = (url: string) => createClient({ url });

/** A Redis server, and a client of it. */
export interface RunningRedis {
  readonly url: string;
  readonly redis: ReturnType<typeof clientOf>;
}

/** Starts a Redis server for one test, which keeps nothing. */
export async function startRedis(path: string): Promise<RunningRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const port = await freePort();
  const server = spawn(
    path,
    ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  );
  await once(server, 'spawn');
  const ended = once(server, 'exit');
  const url = `redis://127.0.0.1:${port}`;
  const redis = clientOf(url);
  // It tells of every attempt that comes before the server listens; `connect` goes on.
  redis.on('error', () => undefined);
  onTestFinished(async () => {
    redis.destroy();
    server.kill();
    await ended;
  });
  await redis.connect();
  return { url, redis };
}
