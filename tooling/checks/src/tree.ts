import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readExports } from './built-exports.js';
import type { Declared } from './declarations.js';
import { unbuilt, type Repository } from './repository.js';
import { run } from './command.js';
import { complaints, skipped, verdict, type Result } from './result.js';
import { root } from './root.js';
import { longFiles, maxLines, topLevel, unexpected, workspaceNames, type LongFile } from './tree-rules.js';

/**
 * Whether everything stands where it belongs, no file has grown too long, and whatever is public says what it is.
 *
 * @yields an item for each folder and workspace, and two for each entry
 */
export async function* tree({ packages, tooling }: Repository): AsyncGenerator<Result, void, undefined> {
  yield complaints(
    'top level',
    unexpected(await topLevelNames(), topLevel),
    'nothing that does not belong there',
  );
  for (const parent of ['packages', 'tooling'] as const) {
    yield complaints(
      parent,
      unexpected(await readdir(join(root, parent)), workspaceNames[parent]),
      'only known workspaces',
    );
  }
  yield* commands();
  for (const { path } of [...packages, ...tooling]) yield* measure(path);
  for (const workspace of packages) {
    for (const { specifier } of unbuilt([workspace])) {
      yield skipped(`${specifier}, docs comments`, 'not built');
    }
    for (const [specifier, declared] of readExports(workspace, packages)) {
      yield* documented(specifier, declared);
    }
  }
}

/** What is at the root and not ignored by git; without git, whatever is there. */
async function topLevelNames(): Promise<string[]> {
  const listing = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard']).catch(
    () => undefined,
  );
  if (listing?.status !== 0) return readdir(root);
  const names = listing.stdout.split('\n').map((path) => path.replace(/\/.*/, ''));
  return [...new Set(names)].filter((name) => name !== '');
}

// The version of pnpm stands in several files, and the README's commands are what newcomers and `.ci/run` call.
async function* commands(): AsyncGenerator<Result, void, undefined> {
  const { packageManager } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    packageManager: string;
  };
  for (const file of ['README.md', '.ci/run']) {
    const text = await readFile(join(root, file), 'utf8');
    const wanted = ['demo', 'test'].map((script) => `npx --yes ${packageManager} ${script}`);
    yield complaints(
      `${file}, commands`,
      [
        ...wanted.filter((command) => !text.includes(command)).map((command) => `"${command}" is not there`),
        ...[...text.matchAll(/pnpm@[\d.]+/g)].flatMap(([named]) =>
          named === packageManager ? [] : [`names ${named}`],
        ),
      ],
      `by ${packageManager}`,
    );
  }
}

async function* measure(path: string): AsyncGenerator<Result, void, undefined> {
  const files = await readdir(join(root, path, 'src'), { recursive: true }).catch(() => []);
  const measured: LongFile[] = [];
  for (const file of files.filter((name) => /\.[cm]?tsx?$/.test(name))) {
    const text = await readFile(join(root, path, 'src', file), 'utf8');
    measured.push({ path: `${path}/src/${file}`, lines: text.trimEnd().split('\n').length });
  }
  const { tooLong, excused } = longFiles(measured);
  const longest = Math.max(0, ...measured.map(({ lines }) => lines));
  if (measured.length > 0) {
    yield complaints(
      `${path}, length of files`,
      tooLong.map((file) => `${file.path} has ${file.lines} lines of ${maxLines}`),
      excused === 0 ? `${longest} lines of ${maxLines}` : `${excused} with a reason to be longer`,
    );
  }
}

function* documented(specifier: string, declared: readonly Declared[]): Generator<Result, void> {
  const silent = declared.filter(({ comment }) => comment === '').map(({ name }) => name);
  yield verdict(
    `${specifier}, docs comments`,
    silent.length === 0 && declared.length > 0,
    silent.length === 0 ? `${declared.length} names` : `missing for ${silent.join(', ')}`,
  );
  const functions = declared.filter(({ callable }) => callable);
  const unshown = functions.filter(({ comment }) => !comment.includes('@example')).map(({ name }) => name);
  yield verdict(
    `${specifier}, examples in them`,
    unshown.length === 0,
    unshown.length === 0
      ? `${functions.length} of ${functions.length} functions`
      : `missing for ${unshown.join(', ')}`,
  );
}
