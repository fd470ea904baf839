import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateFiles } from './files.js';

const folder = fileURLToPath(new URL('../../../../packages/chatter/src/types/', import.meta.url));
const onlyCheck = process.argv.includes('--check');
const files = generateFiles();
const stale: string[] = [];

for (const generated of ['bodies', 'paths']) {
  for (const name of await readdir(join(folder, generated)).catch(() => [])) {
    const file = `${generated}/${name}`;
    if (files.has(file)) continue;
    stale.push(file);
    if (!onlyCheck) await rm(join(folder, file));
  }
}
for (const [file, text] of files) {
  const path = join(folder, file);
  const present = await readFile(path, 'utf8').catch(() => undefined);
  if (present === text) continue;
  stale.push(file);
  if (onlyCheck) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

if (onlyCheck && stale.length > 0) {
  console.error(`Not as \`pnpm generate\` makes them: ${stale.join(', ')}`);
  process.exitCode = 1;
} else {
  console.log(`${files.size} files, ${stale.length} of them ${onlyCheck ? 'stale' : 'written'}.`);
}
