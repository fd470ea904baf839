import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundle } from '@x/checks/bundle';
import { peersFolder } from '../peers.js';

/** Bytes that a page loads, minified and compressed. */
export interface Bundles {
  readonly chatter: number;
  readonly jsforce: number;
}

/** One call by each: ours made by a bundler, that of jsforce as it is published for pages. */
export async function weighBundles(): Promise<Bundles> {
  const source = `import { createChatter } from '@x/chatter';
export const me = (options) => createChatter(options).users.me();
`;
  const { gzipped } = await bundle(source, {
    folder: join(import.meta.dirname, '..'),
    platform: 'browser',
  });
  const core = await readFile(join(peersFolder, 'node_modules/jsforce/dist/jsforce-core.min.js'));
  return { chatter: gzipped, jsforce: gzipSync(core, { level: 9 }).length };
}
