import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CommandFiles } from '../cli/system.js';

/** Who may not read a conversation may not read its log. */
const mode = 0o600;

/** The files of this machine. */
export const commandFiles: CommandFiles = {
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  read: (path) => (path === '-' ? process.stdin : createReadStream(path)),
  async append(path, keepBytes) {
    const file = await open(path, keepBytes === 0 ? 'w' : 'r+', mode);
    await file.truncate(keepBytes);
    let at = keepBytes;
    return {
      async write(text) {
        const bytes = new TextEncoder().encode(text);
        for (let written = 0; written < bytes.length;) {
          const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at);
          written += bytesWritten;
          at += bytesWritten;
        }
      },
      close: () => file.close(),
    };
  },
  async replace(path, text) {
    const draft = `${path}.new`;
    try {
      await pipeline(text, createWriteStream(draft, { mode }));
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  },
  async save(folder, name, body) {
    await mkdir(folder, { recursive: true });
    const path = join(folder, name);
    await pipeline(Readable.from(body), createWriteStream(path, { mode }));
    return path;
  },
  remove: (path) => rm(path, { force: true }),
};
