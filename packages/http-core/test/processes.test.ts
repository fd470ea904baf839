import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from '@x/testkit';
import { transformWithOxc } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { fileStore } from '../examples/file-store.js';
import { startService } from './service.js';

// These run the built package, as its users do.
const root = join(import.meta.dirname, '..');

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'http-core-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test('two processes that share a store with a lock make one refresh between them', async () => {
  const path = await folder();
  const recipe = join(root, 'examples/file-store.ts');
  const { code } = await transformWithOxc(await readFile(recipe, 'utf8'), recipe);
  await writeFile(join(path, 'file-store.mjs'), code);
  await writeFile(join(path, 'token'), '"old"');
  let refreshes = 0;
  const { url } = await startService(async (request) => {
    if (request.url.endsWith('/token')) {
      refreshes += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return Response.json(`new ${refreshes}`);
    }
    return new Response('{}', { status: request.headers.get('authorization') === 'new 1' ? 200 : 401 });
  });
  const script = `
    import { createCredential, createHttp } from '@x/http-core';
    const { fileStore } = await import(process.argv[2] + '/file-store.mjs');
    const plain = createHttp({ service: 'example', baseUrl: process.argv[1] });
    const credential = createCredential({
      load: () => plain.json('GET', '/token'),
      store: fileStore(process.argv[2] + '/token'),
    });
    const http = createHttp({
      service: 'example',
      baseUrl: process.argv[1],
      auth: {
        credential,
        apply: (draft, token) => draft.headers.set('authorization', token),
        rejected: (answer) => answer.status === 401,
      },
    });
    const answers = await Promise.all(Array.from({ length: 50 }, () => http.json('POST', '/a')));
    console.log(answers.length);
  `;
  const run = (): Promise<string> => runNode(script, { cwd: root, arguments: [url, path] });
  expect(await Promise.all([run(), run()])).toEqual(['50', '50']);
  expect(refreshes).toBe(1);
  expect(await readFile(join(path, 'token'), 'utf8')).toBe('"new 1"');
});

test('a lock whose holder died expires; one that is held does not', async () => {
  const path = join(await folder(), 'token');
  await writeFile(`${path}.lock`, 'a process that died');
  const past = new Date(Date.now() - 60_000);
  await utimes(`${path}.lock`, past, past);
  const steps: string[] = [];
  const store = fileStore<string>(path);
  await Promise.all(
    ['a', 'b', 'c'].map(async (name) =>
      store.lock?.(async () => {
        steps.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        steps.push(`${name} out`);
      }),
    ),
  );
  expect(steps).toHaveLength(6);
  for (let index = 0; index < 6; index += 2) {
    expect(steps[index + 1]).toBe(steps[index]?.replace('in', 'out'));
  }
});

test('a 200 MB upload costs no more memory than a bare fetch of it', { timeout: 60_000 }, async () => {
  const megabytes = 200;
  let received = 0;
  // Not the recording service: it would keep the body.
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => (received += chunk.length));
    request.on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const megabytesGrown = async (upload: string): Promise<number> => {
    const script = `
      import { createHttp } from '@x/http-core';
      const megabyte = 2 ** 20;
      const url = process.argv[1];
      const http = createHttp({ service: 'example', baseUrl: url, timeoutMs: 60_000 });
      const blob = new Blob(Array.from({ length: ${megabytes} }, () => new Uint8Array(megabyte)));
      gc();
      await new Promise((resolve) => setTimeout(resolve, 100));
      gc();
      const before = process.memoryUsage().rss;
      let most = before;
      const sampling = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, 5);
      await ${upload};
      clearInterval(sampling);
      console.log((most - before) / megabyte);
    `;
    return Number(
      await runNode(script, {
        cwd: root,
        arguments: [`http://127.0.0.1:${port}`],
        flags: ['--expose-gc', '--max-semi-space-size=1'],
        timeoutMs: 60_000,
      }),
    );
  };
  const bare = await megabytesGrown(`fetch(url, { method: 'PUT', body: blob, duplex: 'half' })`);
  const ours = await megabytesGrown(`http.json('PUT', '/a', { body: blob })`);
  expect(received).toBe(2 * megabytes * 2 ** 20);
  // A second copy would be all of it again.
  expect(ours).toBeLessThan(bare + megabytes / 2);
});

test('nothing keeps a process alive once its calls are done', async () => {
  const { url } = await startService();
  const script = `
    import { createHttp } from '@x/http-core';
    const http = createHttp({ service: 'example', baseUrl: process.argv[1], timeoutMs: 600_000 });
    await http.json('GET', '/a', { signal: new AbortController().signal });
    console.log(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length);
  `;
  expect(await runNode(script, { cwd: root, arguments: [url], timeoutMs: 10_000 })).toBe('0');
});
