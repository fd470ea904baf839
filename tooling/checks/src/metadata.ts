import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { complaintOf, run, runOwnTool } from './command.js';
import type { Packed } from './consumer.js';
import { manifestComplaints } from './manifest.js';
import type { Repository } from './repository.js';
import { complaints, skipped, verdict, type Result } from './result.js';

/**
 * Whether the packages, as they would be published, are what a registry and its users expect.
 *
 * @yields several items for each package
 */
export async function* metadata(repository: Repository): AsyncGenerator<Result, void, undefined> {
  const consumer = await repository.consumer();
  for (const { name, path, manifest } of repository.packages) {
    yield complaints(`${name}, manifest`, manifestComplaints(manifest, path), 'complete');
    const packed = consumer.packed.get(name);
    yield* packed === undefined
      ? [skipped(`${name}, tarball`, 'not built')]
      : inspect(packed, consumer.folder);
  }
}

async function* inspect(packed: Packed, folder: string): AsyncGenerator<Result, void, undefined> {
  const { workspace, tarball, files } = packed;
  const { name, entries } = workspace;
  const publint = await runOwnTool('publint', ['--strict', tarball]);
  yield verdict(`${name}, publint`, publint.status === 0, publint.status === 0 ? '' : complaintOf(publint));
  const attw = await runOwnTool('attw', [
    tarball,
    '--profile',
    'esm-only',
    '--format',
    'ascii',
    '--no-emoji',
  ]);
  yield verdict(
    `${name}, types wherever they are imported from`,
    attw.status === 0,
    attw.status === 0 ? '' : complaintOf(attw),
  );
  yield complaints(`${name}, files`, fileComplaints(files), `${files.length} of them`);
  const text = await readFile(join(packed.folder, 'package.json'), 'utf8');
  yield complaints(
    `${name}, packed manifest`,
    ['workspace:', 'catalog:'].filter((word) => text.includes(`"${word}`)).map((word) => `holds ${word}`),
    'nothing of the workspace in it',
  );
  const built = entries.filter((entry) => entry.built).map(({ specifier }) => specifier);
  yield* load(built, folder);
  yield* start(packed);
}

/** What a tarball holds too much, or lacks. */
export function fileComplaints(files: readonly string[]): string[] {
  const allowed = /^(dist\/|src\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/;
  const stale = files.filter((file) => {
    const module = /^dist\/(.*?)(\.d\.ts|\.js)(\.map)?$/.exec(file)?.[1];
    return module !== undefined && !files.includes(`src/${module}.ts`);
  });
  return [
    ...files.filter((file) => !allowed.test(file)).map((file) => `${file} should not be there`),
    // A compiler does not remove what it once made.
    ...stale.map((file) => `${file} has no source; remove dist and build again`),
    ...['package.json', 'README.md', 'LICENSE']
      .filter((file) => !files.includes(file))
      .map((file) => `${file} is missing`),
  ];
}

/**
 * Whether each command tells its version and how it is used.
 *
 * @yields an item for each
 */
async function* start({ workspace, folder, manifest }: Packed): AsyncGenerator<Result, void, undefined> {
  for (const [command, file] of Object.entries(manifest.bin ?? {})) {
    const ask = (option: string) => run(process.execPath, [join(folder, file), option], { cwd: folder });
    const [version, help] = [await ask('--version'), await ask('--help')];
    const isGood = version.stdout === `${manifest.version}\n` && help.stdout.startsWith(`Usage: ${command} `);
    yield verdict(
      `${workspace.name}, command ${command}`,
      isGood,
      isGood ? '' : [version, help].map(complaintOf).join('\n'),
    );
  }
}

async function* load(specifiers: readonly string[], folder: string): AsyncGenerator<Result, void, undefined> {
  for (const specifier of specifiers) {
    const imported = await run(
      process.execPath,
      ['--input-type=module', '-e', `await import('${specifier}')`],
      {
        cwd: folder,
      },
    );
    const required = await run(process.execPath, ['--input-type=commonjs', '-e', `require('${specifier}')`], {
      cwd: folder,
    });
    yield complaints(
      `${specifier} loads`,
      [imported, required].filter(({ status }) => status !== 0).map(complaintOf),
      'by import and by require',
    );
  }
}
