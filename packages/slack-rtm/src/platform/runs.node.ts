import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { splitLines } from '../logs/lines.js';
import type { Run, Runs } from '../logs/runs.js';

/** Keeps lines in temporary files, which nobody else can read and which are gone when it is closed. */
export function openRuns(): Runs {
  let folder: Promise<string> | undefined;
  let count = 0;
  return {
    async add(lines): Promise<Run> {
      folder ??= mkdtemp(join(tmpdir(), 'slack-log-'));
      const file = join(await folder, String((count += 1)));
      await pipeline(Readable.from(inChunks(lines)), createWriteStream(file, { mode: 0o600 }));
      return {
        lines: () => splitLines(createReadStream(file, { encoding: 'utf8' })),
        remove: () => rm(file, { force: true }),
      };
    },
    async close() {
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
    },
  };
}

const chunkLength = 65_536;

async function* inChunks(
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string, void, undefined> {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
