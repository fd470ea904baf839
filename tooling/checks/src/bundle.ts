import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';

/** Where a bundle is to run. */
export type Platform = 'browser' | 'node';

/** What a bundler makes of a piece of code that uses a package. */
export interface Bundle {
  /** Minified and compressed, the way it travels. */
  readonly gzipped: number;
  readonly minified: number;
  readonly text: string;
  /** The files that something of was kept, relative to the folder. */
  readonly inputs: readonly string[];
}

/** What to bundle, and how. */
export interface BundleOptions {
  /** A folder with `node_modules`. */
  readonly folder: string;
  readonly platform: Platform;
  /** What is left out and imported at run time. */
  readonly external?: readonly string[];
  /**
   * Whether what is imported on demand goes into files of its own. What comes back is then the entry with all that it
   * imports at once: what a program waits for before it begins. Default: one file with everything in it.
   */
  readonly split?: boolean;
}

const sourceName = 'use.js';

/** Bundles a module given as text, in the way that {@link BundleOptions} tell. */
export async function bundle(source: string, options: BundleOptions): Promise<Bundle> {
  const { folder, platform, external = [], split = false } = options;
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: folder, sourcefile: sourceName },
    absWorkingDir: folder,
    outdir: folder,
    bundle: true,
    splitting: split,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform,
    external: [...external],
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const written = loadedAtOnce(metafile);
  const texts = outputFiles
    .filter(({ path, text }) => written.has(relative(folder, path)) && text !== '')
    .map(({ text }) => text);
  const inputs = [...written.values()].flatMap((output) =>
    Object.entries(output.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
  return bundleOf(texts, inputs);
}

/** What files weigh together. Each travels on its own. */
export function bundleOf(texts: readonly string[], inputs: readonly string[]): Bundle {
  const text = texts.join('');
  return {
    gzipped: texts.reduce((sum, each) => sum + gzipSync(each, { level: 9 }).length, 0),
    minified: text.length,
    text,
    inputs,
  };
}

/** The entry and what it imports, one by way of the other, but for what is imported on demand. */
function loadedAtOnce({ outputs }: Metafile): ReadonlyMap<string, Metafile['outputs'][string]> {
  const found = new Map<string, Metafile['outputs'][string]>();
  const follow = (path: string): void => {
    const output = outputs[path];
    if (output === undefined || found.has(path)) return;
    found.set(path, output);
    for (const { path: next, kind } of output.imports) if (kind === 'import-statement') follow(next);
  };
  // What is imported on demand is an entry, too, by the bundler's count.
  for (const [path, { entryPoint }] of Object.entries(outputs)) if (entryPoint === sourceName) follow(path);
  return found;
}
