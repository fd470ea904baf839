import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSmooch, type MediaSource } from '../src/index.js';
import { attachments, createSunshine } from '../src/v2/index.js';
import { connect, startEmulator } from './emulator.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const megabyte = 2 ** 20;
const input = 25 * megabyte;

/** How a program in JavaScript gets a source from a path, and what the call must read into memory of it. */
const sources = [
  ['a path', 'path', 0],
  ['a Blob', 'new Blob([await readFile(path)])', 0],
  ["Node.js's Blob of a file", 'await openAsBlob(path)', 0],
  ['a File', "new File([await readFile(path)], 'film.mp4')", 0],
  ['bytes', 'await readFile(path)', 0],
  ['an ArrayBuffer', '(await readFile(path)).buffer', 0],
  ['a stream', 'Readable.toWeb(createReadStream(path))', input],
] as const;

/** How a program posts a file, and what it learns. */
const clients = [
  [
    'v1.1',
    `import { createSmooch } from '@x/smooch';
    const smooch = createSmooch({ keyId, secret, baseUrl: url, timeoutMs: 60_000 });
    const post = async (source, name) => (await smooch.postMedia('b6518', source, { name })).message.mediaUrl;`,
  ],
  [
    'v2',
    `import { attachments, createSunshine } from '@x/smooch/v2';
    const sunshine = createSunshine({ keyId, secret, appId, baseUrl: url, timeoutMs: 60_000 });
    const post = async (source, name) =>
      (await attachments(sunshine).upload(source, { name })).attachment.mediaUrl;`,
  ],
] as const;

describe.each(clients)('by %s', (_version, client) => {
  test.each(sources)(
    '25 MB from %s arrive byte for byte, and cost less than 32 MB beyond themselves',
    { timeout: 60_000 },
    async (_name, source, kept) => {
      const emulator = await startEmulator();
      const { keyId, secret, appId } = emulator.credentials;
      await createSmooch({ keyId, secret, baseUrl: emulator.url }).precreateUser('b6518');
      const folder = await mkdtemp(join(tmpdir(), 'smooch-'));
      onTestFinished(() => rm(folder, { recursive: true }));
      const path = join(folder, 'film.mp4');
      const bytes = Buffer.alloc(input);
      for (let at = 0; at < input; at += 4) bytes.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
      bytes.write('ftypisom', 4, 'latin1');
      await writeFile(path, bytes);

      const script = `
        import { createReadStream, openAsBlob } from 'node:fs';
        import { readFile } from 'node:fs/promises';
        import { Readable } from 'node:stream';
        const [url, keyId, secret, appId, path] = process.argv.slice(1);
        ${client}
        // What every program loads with its first file.
        await post(new Blob(['a,b'.repeat(300_000)]), 'a.csv');
        const source = ${source};
        // What is held already is the input; of a path and a stream nothing is.
        gc();
        await new Promise((resolve) => setTimeout(resolve, 100));
        gc();
        const before = process.memoryUsage().rss;
        let most = before;
        // What only waits to be collected is nobody's.
        const sampling = setInterval(() => { gc(); most = Math.max(most, process.memoryUsage().rss); }, 10);
        const mediaUrl = await post(source, 'film.mp4');
        clearInterval(sampling);
        console.log(JSON.stringify({ grown: most - before, mediaUrl }));
      `;
      const told = await runNode(script, {
        cwd: root,
        arguments: [emulator.url, keyId, secret, appId, path],
        flags: ['--expose-gc', '--max-semi-space-size=1'],
        timeoutMs: 60_000,
      });
      const { grown, mediaUrl } = JSON.parse(told) as { grown: number; mediaUrl: string };
      const arrived = Buffer.from(await (await fetch(mediaUrl)).arrayBuffer());
      const digest = (all: Buffer): string => createHash('sha256').update(all).digest('hex');
      expect(digest(arrived)).toBe(digest(bytes));
      expect(grown).toBeLessThan(kept + 32 * megabyte);
    },
  );
});

/** The same bytes from all that can be sent. */
async function everySource(bytes: Uint8Array<ArrayBuffer>): Promise<MediaSource[]> {
  const folder = await mkdtemp(join(tmpdir(), 'smooch-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'list.csv');
  await writeFile(path, bytes);
  const stream = new Blob([bytes]).stream() as ReadableStream<Uint8Array>;
  return [
    path,
    await openAsBlob(path),
    bytes,
    bytes.buffer,
    new Blob([bytes]),
    new File([bytes], 'list.csv'),
    stream,
  ];
}

test.each([0, 1])('a file of %i bytes arrives as it is', async (size) => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  for (const source of await everySource(new Uint8Array(size).fill(97))) {
    const { message } = await smooch.postMedia('b6518', source, { name: 'list.csv' });
    if (message.type !== 'file') throw new Error('no file');
    expect(message.mediaSize).toBe(size);
    expect(await (await fetch(message.mediaUrl)).text()).toBe('a'.repeat(size));
  }
  const files = attachments(createSunshine({ ...emulator.credentials, baseUrl: emulator.url }));
  for (const source of await everySource(new Uint8Array(size).fill(97))) {
    const { attachment } = await files.upload(source, { name: 'list.csv' });
    expect(await (await fetch(attachment.mediaUrl)).text()).toBe('a'.repeat(size));
  }
});

test(
  'more than 50 MB are refused from whatever they come, before anything is sent',
  { timeout: 60_000 },
  async () => {
    const { emulator, smooch } = await connect();
    const tooMuch = {
      kind: 'usage',
      code: 'INVALID_REQUEST',
      message: expect.stringContaining('52428800') as unknown,
    };
    for (const source of await everySource(new Uint8Array(50 * megabyte + 1))) {
      await expect(smooch.postMedia('b6518', source)).rejects.toMatchObject(tooMuch);
    }
    const files = attachments(createSunshine({ ...emulator.credentials, baseUrl: emulator.url }));
    for (const source of await everySource(new Uint8Array(50 * megabyte + 1))) {
      await expect(files.upload(source)).rejects.toMatchObject(tooMuch);
    }
    expect(emulator.control.requests.all).toEqual([]);
  },
);
