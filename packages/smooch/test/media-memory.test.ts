import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '@x/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { createSmooch } from '../src/index.js';
import { connect, startEmulator } from './emulator.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const megabyte = 2 ** 20;
const input = 25 * megabyte;

/** How a program in JavaScript gets a source from a path, and how often its bytes are kept beyond that: bytes are copied once. */
const sources = [
  ['a path', 'path', 0],
  ['a Blob', 'new Blob([await readFile(path)])', 0],
  ['a File', "new File([await readFile(path)], 'film.mp4')", 0],
  ['bytes', 'await readFile(path)', 1],
  ['a stream', 'Readable.toWeb(createReadStream(path))', 1],
] as const;

test.each(sources)(
  '25 MB from %s arrive byte for byte, and cost little more than themselves',
  { timeout: 60_000 },
  async (_name, source, copies) => {
    const emulator = await startEmulator();
    const { keyId, secret } = emulator.credentials;
    await createSmooch({ keyId, secret, baseUrl: emulator.url }).precreateUser('b6518');
    const folder = await mkdtemp(join(tmpdir(), 'smooch-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'film.mp4');
    const bytes = Buffer.alloc(input);
    for (let at = 0; at < input; at += 4) bytes.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
    bytes.write('ftypisom', 4, 'latin1');
    await writeFile(path, bytes);

    const script = `
      import { createReadStream } from 'node:fs';
      import { readFile } from 'node:fs/promises';
      import { Readable } from 'node:stream';
      import { createSmooch } from '@x/smooch';
      const [url, keyId, secret, path] = process.argv.slice(1);
      const smooch = createSmooch({ keyId, secret, baseUrl: url, timeoutMs: 60_000 });
      // What every program loads with its first file.
      await smooch.postMedia('b6518', new Blob(['a,b'.repeat(300_000)]), { name: 'a.csv' });
      const source = ${source};
      // What is held already is the input; of a path and a stream nothing is.
      gc();
      await new Promise((resolve) => setTimeout(resolve, 100));
      gc();
      const before = process.memoryUsage().rss;
      let most = before;
      // What only waits to be collected is nobody's.
      const sampling = setInterval(() => { gc(); most = Math.max(most, process.memoryUsage().rss); }, 10);
      const { message } = await smooch.postMedia('b6518', source, { name: 'film.mp4' });
      clearInterval(sampling);
      console.log(JSON.stringify({ grown: most - before, mediaUrl: message.mediaUrl }));
    `;
    const told = await runNode(script, {
      cwd: root,
      arguments: [emulator.url, keyId, secret, path],
      flags: ['--expose-gc', '--max-semi-space-size=1'],
      timeoutMs: 60_000,
    });
    const { grown, mediaUrl } = JSON.parse(told) as { grown: number; mediaUrl: string };
    const arrived = Buffer.from(await (await fetch(mediaUrl)).arrayBuffer());
    const digest = (all: Buffer): string => createHash('sha256').update(all).digest('hex');
    expect(digest(arrived)).toBe(digest(bytes));
    expect(grown).toBeLessThan(input + copies * input + 32 * megabyte);
  },
);

test.each([0, 1])('a file of %i bytes arrives as it is, or is refused in words', async (size) => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  const folder = await mkdtemp(join(tmpdir(), 'smooch-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'list.csv');
  await writeFile(path, 'a'.repeat(size));
  const bytes = new Uint8Array(size).fill(97);
  const stream = new Blob([bytes]).stream() as ReadableStream<Uint8Array>;
  for (const source of [path, bytes, new Blob([bytes]), new File([bytes], 'list.csv'), stream]) {
    const { message } = await smooch.postMedia('b6518', source, { name: 'list.csv' });
    if (message.type !== 'file') throw new Error('no file');
    expect(message.mediaSize).toBe(size);
    expect(await (await fetch(message.mediaUrl)).text()).toBe('a'.repeat(size));
  }
});

test('a path to more than 50 MB is refused before anything is read or sent', async () => {
  const { emulator, smooch } = await connect();
  const folder = await mkdtemp(join(tmpdir(), 'smooch-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'film.mp4');
  await writeFile(path, Buffer.alloc(50 * megabyte + 1));
  await expect(smooch.postMedia('b6518', path)).rejects.toMatchObject({
    kind: 'usage',
    code: 'INVALID_REQUEST',
  });
  expect(emulator.control.requests.all).toEqual([]);
});
