import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { chatterFeaturesOff, slackFeaturesOff, stackExchangeFeaturesOff } from '../src/index.js';

/** The command as it is built; a checkout that was never built has none. */
const command = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

type Child = ChildProcessByStdio<null, Readable, Readable>;

const children = new Set<Child>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

const run = (...args: readonly string[]): Child => {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  return child;
};

const finished = async (child: Child): Promise<{ code: unknown; stdout: string; stderr: string }> => {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as unknown[];
  return { code, stdout, stderr };
};

const firstLine = async (output: Readable): Promise<string> => {
  for await (const line of createInterface({ input: output })) return line;
  throw new Error('Nothing was written.');
};

interface Announced {
  readonly pid: number;
  readonly [service: string]: unknown;
}

const announced = async (output: Readable): Promise<Announced> =>
  JSON.parse(await firstLine(output)) as Announced;

/** Below the ports that systems hand out, so that nobody else is given one of the four in the meantime. */
const freePortBase = async (): Promise<number> => {
  for (;;) {
    const base = 20_000 + Math.floor(Math.random() * 10_000);
    const free = await Promise.all([0, 1, 2, 3].map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe.skipIf(!existsSync(command))('pnpm emulate', () => {
  test('starts every service on its port and says so in one line of JSON', async () => {
    const base = await freePortBase();
    const child = run('--json', '--port-base', String(base));
    const told = await announced(child.stdout);
    expect(told.pid).toBe(child.pid);
    expect(told['chatter']).toMatchObject({
      url: `http://127.0.0.1:${base}`,
      clientId: expect.stringMatching(/^3MVG9/) as unknown,
      clientSecret: expect.any(String) as unknown,
      username: expect.any(String) as unknown,
      password: expect.any(String) as unknown,
      accessToken: expect.any(String) as unknown,
      refreshToken: expect.any(String) as unknown,
      userId: expect.stringMatching(/^005\w{15}$/) as unknown,
      otherUserId: expect.stringMatching(/^005\w{15}$/) as unknown,
    });
    expect(told['stackExchange']).toEqual({
      url: `http://127.0.0.1:${base + 1}`,
      roomId: 1,
      ownerId: expect.any(Number) as unknown,
      moderatorId: expect.any(Number) as unknown,
      accounts: Array.from({ length: 4 }, () => ({
        id: expect.any(Number) as unknown,
        name: expect.any(String) as unknown,
        email: expect.stringMatching(/@example\.com$/) as unknown,
        password: expect.any(String) as unknown,
      })),
    });
    expect(told['slack']).toMatchObject({
      url: `http://127.0.0.1:${base + 2}`,
      botToken: expect.stringMatching(/^xoxb-/) as unknown,
      userToken: expect.stringMatching(/^xoxp-/) as unknown,
      appToken: expect.stringMatching(/^xapp-/) as unknown,
      channelId: expect.stringMatching(/^C/) as unknown,
      channelName: 'general',
      userId: expect.stringMatching(/^U/) as unknown,
      userName: expect.any(String) as unknown,
    });
    expect(told['smooch']).toMatchObject({
      url: `http://127.0.0.1:${base + 3}`,
      appId: expect.any(String) as unknown,
      keyId: expect.any(String) as unknown,
      secret: expect.any(String) as unknown,
    });
    const { url, accessToken } = told['chatter'] as { url: string; accessToken: string };
    const response = await fetch(`${url}/services/data/v66.0/chatter/users/me`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    expect(response.status).toBe(200);
  });

  test('starts one service alone, on the port that it always has', async () => {
    const base = await freePortBase();
    const told = await announced(run('smooch', '--json', '--port-base', String(base)).stdout);
    expect(Object.keys(told)).toEqual(['pid', 'smooch']);
    expect(told['smooch']).toMatchObject({ url: `http://127.0.0.1:${base + 3}` });
    expect(await isFree(base)).toBe(true);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends in order at %s and frees its ports', async (signal) => {
    const base = await freePortBase();
    const child = run('--json', '--port-base', String(base));
    const result = finished(child);
    await firstLine(child.stdout);
    child.kill(signal);
    expect(await result).toMatchObject({ code: 0, stderr: '' });
    expect([await isFree(base), await isFree(base + 3)]).toEqual([true, true]);
  });

  test('ends when the process that started it is gone', async () => {
    const base = await freePortBase();
    const script = `require('node:child_process').spawn(process.execPath, ${JSON.stringify([
      command,
      '--json',
      '--port-base',
      String(base),
    ])}, { stdio: 'inherit' }); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(parent);
    const { pid } = await announced(parent.stdout);
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 4_000 }).toBe(false);
    expect(await isFree(base)).toBe(true);
  });

  test('shows a table to a person, with something to try', async () => {
    const base = await freePortBase();
    const child = run('chatter', '--port-base', String(base));
    const result = finished(child);
    await firstLine(child.stdout);
    child.kill('SIGTERM');
    const { stdout } = await result;
    expect(stdout).toMatch(/^chatter\n {2}url +http:\/\/127\.0\.0\.1:\d+\n/);
    expect(stdout).toContain('refreshToken');
    expect(stdout).toMatch(/try: curl -H 'Authorization: Bearer 00D.*' http:.*\/chatter\/users\/me/);
    expect(stdout).toContain('Stop with Ctrl+C.');
  });

  test('shows each value of a list in a row of its own', async () => {
    const base = await freePortBase();
    const child = run('chatexchange', '--port-base', String(base));
    const result = finished(child);
    await firstLine(child.stdout);
    child.kill('SIGTERM');
    const { stdout } = await result;
    expect(stdout).toMatch(/^chatexchange\n {2}url +http:\/\/127\.0\.0\.1:\d+\n {2}roomId +1\n/);
    expect(stdout).toMatch(/\n {2}accounts\[1\]\.email +\S+@example\.com\n/);
    expect(stdout).toContain(
      `try: curl -H 'Accept: application/json' http://127.0.0.1:${base + 1}/rooms/thumbs/1`,
    );
  });

  test('says which port is taken, and leaves nothing running', async () => {
    const base = await freePortBase();
    const other = createServer().listen(base + 3, '127.0.0.1');
    await once(other, 'listening');
    const { code, stdout, stderr } = await finished(run('--json', '--port-base', String(base)));
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`smooch cannot start: port ${base + 3} on 127.0.0.1 is taken.`);
    expect(await isFree(base)).toBe(true);
    other.close();
  });

  test.each([
    [
      ['stackExchange'],
      /There is no emulator "stackExchange"\. There are: chatter, chatexchange, slack-rtm, smooch\./,
    ],
    [['nonsense'], /There is no emulator "nonsense"/],
    [['--loud'], /--loud/],
    [['--port-base', 'high'], /--port-base must be a whole number/],
    [['--seed', '-1'], /seed/],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await finished(run(...args));
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });

  test('explains itself', async () => {
    const { code, stdout } = await finished(run('--help'));
    expect(code).toBe(0);
    for (const word of [
      'chatter',
      'chatexchange',
      'slack-rtm',
      'smooch',
      '--port-base',
      '--json',
      '--legacy',
      '--rotate-tokens',
      '--seed',
    ]) {
      expect(stdout).toContain(word);
    }
  });

  test('lists what is switched off, and starts nothing', async () => {
    const { code, stdout } = await finished(run('--off'));
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toEqual([
      ...chatterFeaturesOff.map((feature) => `chatter  ${feature}`),
      ...stackExchangeFeaturesOff.map((feature) => `chatexchange  ${feature}`),
      ...slackFeaturesOff.map((feature) => `slack-rtm  ${feature}`),
    ]);
    expect(await finished(run('smooch', '--off'))).toMatchObject({ code: 0, stdout: '\n' });
  });

  test('hands its switches to the services', async () => {
    const base = await freePortBase();
    const args = [
      'chatter',
      '--json',
      '--legacy',
      '--rotate-tokens',
      '--seed',
      '7',
      '--port-base',
      String(base),
    ];
    const told = await announced(run(...args).stdout);
    const chatter = told['chatter'] as Record<string, string>;
    const old = await fetch(`${chatter['url']}/services/data/v24.0/chatter/users/me`, {
      headers: { Authorization: `OAuth ${chatter['accessToken']}` },
    });
    expect(old.status).toBe(200);
    const refreshed = await fetch(`${chatter['url']}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: chatter['refreshToken'] ?? '',
        client_id: chatter['clientId'] ?? '',
        client_secret: chatter['clientSecret'] ?? '',
      }),
    });
    expect(await refreshed.json()).toHaveProperty('refresh_token');
  });
});
