import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { transformWithOxc } from 'vite';
import { onTestFinished } from 'vitest';

/** A folder, for one test, with recipes as JavaScript: `redis-store.ts` becomes `redis-store.mjs`. */
export async function folderWithRecipes(paths: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recipes-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const path of paths) {
    const { code } = await transformWithOxc(await readFile(path, 'utf8'), path);
    await writeFile(join(folder, `${basename(path, '.ts')}.mjs`), code);
  }
  return folder;
}
