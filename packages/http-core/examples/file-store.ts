// A store for credentials that several processes on one machine share: a file, and a lock file beside it.
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { CredentialStore } from '@x/http-core';

/**
 * Keeps a value in `path`. The lock is a file that only one process can create; it expires after `lockMs`, should the
 * process that holds it have died.
 */
export function fileStore<T>(path: string, lockMs = 30_000): CredentialStore<T> {
  const lockPath = `${path}.lock`;

  async function acquire(owner: string): Promise<void> {
    for (;;) {
      try {
        await writeFile(lockPath, owner, { flag: 'wx', mode: 0o600 });
        return;
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
      await breakExpired();
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 30));
    }
  }

  async function breakExpired(): Promise<void> {
    const expired = await readExpired();
    if (expired === undefined) return;
    // Of all who find the lock expired, the move succeeds for one.
    const aside = `${lockPath}.${randomUUID()}`;
    try {
      await rename(lockPath, aside);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return;
      throw error;
    }
    // Between looking and moving, another process may have broken the lock and taken it: then it gets it back.
    if ((await readFile(aside, 'utf8')) !== expired) await link(aside, lockPath).catch(() => undefined);
    await rm(aside, { force: true });
  }

  async function readExpired(): Promise<string | undefined> {
    try {
      const owner = await readFile(lockPath, 'utf8');
      return Date.now() - (await stat(lockPath)).mtimeMs > lockMs ? owner : undefined;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  return {
    async get() {
      try {
        return JSON.parse(await readFile(path, 'utf8')) as T;
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined;
        throw error;
      }
    },
    async set(value) {
      // Whoever reads meanwhile reads the old value or the new one, never half of it.
      const draft = `${path}.${randomUUID()}`;
      await writeFile(draft, JSON.stringify(value), { mode: 0o600 });
      await rename(draft, path);
    },
    async lock(run) {
      const owner = randomUUID();
      await acquire(owner);
      try {
        return await run();
      } finally {
        if ((await readFile(lockPath, 'utf8').catch(() => '')) === owner) await rm(lockPath, { force: true });
      }
    },
  };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
