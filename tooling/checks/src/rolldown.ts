import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOf, type Bundle } from './bundle.js';
import { root } from './root.js';

/** As much of rolldown as is used here. It is vite's, and no dependency of this workspace. */
interface Rolldown {
  rolldown(options: {
    input: string;
    platform: 'browser';
    logLevel: 'silent';
    external?: RegExp;
    treeshake?: { moduleSideEffects: () => boolean };
  }): Promise<{ generate(options: { minify: boolean }): Promise<{ output: Output[] }> }>;
}

/** A file that it makes. */
interface Output {
  readonly fileName: string;
  readonly code?: string;
  readonly isEntry?: boolean;
  /** What it imports at once. */
  readonly imports?: readonly string[];
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

async function loadRolldown(): Promise<Rolldown | undefined> {
  try {
    const vite = createRequire(join(root, 'package.json')).resolve('vite/package.json');
    const path = createRequire(vite).resolve('rolldown');
    return (await import(pathToFileURL(path).href)) as Rolldown;
  } catch {
    return undefined;
  }
}

/** What rolldown leaves of a module that imports an entry and uses nothing of it. */
export interface Left {
  /** Of a package that says to have no side effects, nothing may be left. */
  readonly trusting: string;
  /** The same, when it is not believed: what our own modules do when they are imported. */
  readonly distrusting: string;
}

/** Shakes an unused import with rolldown; `undefined` when it is not installed. */
export async function shakeWithRolldown(specifier: string, folder: string): Promise<Left | undefined> {
  const loaded = await loadRolldown();
  if (loaded === undefined) return undefined;
  const input = join(folder, 'unused.js');
  await writeFile(input, `import '${specifier}';\n`);
  const shake = async (options: object): Promise<string> => {
    const bundle = await loaded.rolldown({ input, platform: 'browser', logLevel: 'silent', ...options });
    const { output } = await bundle.generate({ minify: true });
    return output.map(({ code = '' }) => code.trim()).join('');
  };
  const distrusting = await shake({
    // Whatever is not ours stays an import, which says nothing about us.
    external: /^(?!@x\/|[./])/,
    treeshake: { moduleSideEffects: () => true },
  });
  return { trusting: await shake({}), distrusting: distrusting.replaceAll(/import\s*"[^"]+";|\s/g, '') };
}

/**
 * Splits a module given as text with rolldown, for a browser; what comes back is the entry with all that it imports at once, and
 * the files that modules of `loads` are in, which it loads on demand. `undefined` when it is not installed.
 */
export async function splitWithRolldown(
  source: string,
  folder: string,
  loads: readonly string[] = [],
): Promise<Bundle | undefined> {
  const bundler = await loadRolldown();
  if (bundler === undefined) return undefined;
  const input = join(folder, 'split.js');
  await writeFile(input, source);
  const bundle = await bundler.rolldown({ input, platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ minify: true });
  const found = new Set<Output>();
  const follow = (file: Output | undefined): void => {
    if (file === undefined || found.has(file)) return;
    found.add(file);
    for (const name of file.imports ?? []) follow(output.find(({ fileName }) => fileName === name));
  };
  follow(output.find(({ isEntry }) => isEntry));
  for (const end of loads) {
    const loaded = output.find(({ modules = {} }) => Object.keys(modules).some((path) => path.endsWith(end)));
    if (loaded === undefined) throw new Error(`no file has ${end} in it`);
    follow(loaded);
  }
  const inputs = [...found].flatMap(({ modules = {} }) =>
    Object.entries(modules)
      .filter(([, { renderedLength }]) => renderedLength > 0)
      .map(([path]) => relative(folder, path)),
  );
  return bundleOf(
    [...found].map(({ code = '' }) => code),
    inputs,
  );
}
