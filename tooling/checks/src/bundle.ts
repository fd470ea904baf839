import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

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
}

/** Bundles a module given as text, in the way that {@link BundleOptions} tell. */
export async function bundle(source: string, options: BundleOptions): Promise<Bundle> {
  const { folder, platform, external = [] } = options;
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: folder, sourcefile: 'use.js' },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform,
    external: [...external],
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  const inputs = Object.values(metafile.outputs).flatMap((written) =>
    Object.entries(written.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
  const text = output?.text ?? '';
  return {
    gzipped: text === '' ? 0 : gzipSync(text, { level: 9 }).length,
    minified: text.length,
    text,
    inputs,
  };
}
