import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readExports } from './built-exports.js';
import { complaintOf, runTool } from './command.js';
import type { Consumer } from './consumer.js';
import { exampleBlocks, markdownBlocks, preamble, type Block } from './extract.js';
import { unbuilt, type Repository, type Workspace } from './repository.js';
import { complaints, skipped, verdict, type Result } from './result.js';
import { root } from './root.js';

/** A text with code in it. */
interface Text {
  /** Relative to the root. */
  readonly file: string;
  readonly blocks: readonly Block[];
  /** What can be imported without saying so: name to specifier. */
  readonly owners: ReadonlyMap<string, string>;
}

/**
 * Whether every piece of code that users are shown compiles against what they would install.
 *
 * @yields an item for each file with code in it, and for each block that does not compile
 */
export async function* examples(repository: Repository): AsyncGenerator<Result, void, undefined> {
  const { packages } = repository;
  const consumer = await repository.consumer();
  const texts: Text[] = [...(await readText('README.md', markdownBlocks, new Map()))];
  const programs: string[] = [];
  const folder = await consumer.folderFor('examples');
  await consumer.link('@types/node', 'tooling/checks', folder);
  for (const workspace of packages) {
    for (const { specifier } of unbuilt([workspace])) yield skipped(specifier, 'not built');
    if (!existsSync(join(workspace.folder, 'README.md'))) {
      yield verdict(`${workspace.path}/README.md`, false, 'is missing');
    }
    texts.push(...(await readPackage(workspace, packages)));
    programs.push(...(await copyPrograms(workspace, folder, consumer)));
  }
  const errors = await compile(texts, folder);
  for (const [index, text] of texts.entries()) yield* report(text, index, errors);
  for (const program of programs) {
    const found = errors.filter((line) => line.startsWith(`${program.replace(/^packages\//, '')}(`));
    yield complaints(program, found, 'compiles');
  }
  const known = (line: string): boolean =>
    /^block-\d/.test(line) || programs.some((program) => line.startsWith(program.replace(/^packages\//, '')));
  const rest = errors.filter((line) => !known(line));
  if (rest.length > 0) yield complaints('around the examples', rest);
}

async function readText(
  file: string,
  extract: (text: string) => Block[],
  owners: ReadonlyMap<string, string>,
): Promise<Text[]> {
  if (!existsSync(join(root, file))) return [];
  const blocks = extract(await readFile(join(root, file), 'utf8'));
  return blocks.length === 0 ? [] : [{ file, blocks, owners }];
}

async function readPackage(workspace: Workspace, packages: readonly Workspace[]): Promise<Text[]> {
  const owners = new Map(
    [...readExports(workspace, packages)].flatMap(([specifier, declared]) =>
      declared.map(({ name }): [string, string] => [name, specifier]),
    ),
  );
  const sources = await readdir(join(workspace.folder, 'src'), { recursive: true });
  const texts = [
    await readText(`${workspace.path}/README.md`, markdownBlocks, owners),
    ...(await Promise.all(
      sources
        .filter((name) => name.endsWith('.ts'))
        .toSorted()
        .map((name) => readText(`${workspace.path}/src/${name}`, exampleBlocks, owners)),
    )),
  ];
  return texts.flat();
}

/** Example programs may also use what is within the repository: they run against the emulators. */
async function copyPrograms(
  { path, folder }: Workspace,
  into: string,
  { link }: Consumer,
): Promise<string[]> {
  const from = join(folder, 'examples');
  if (!existsSync(from)) return [];
  const place = join(into, relative('packages', path), 'examples');
  await cp(from, place, { recursive: true });
  if (existsSync(join(folder, 'node_modules/@x/emulators'))) await link('@x/emulators', path, into);
  const programs = await readdir(from, { recursive: true });
  return programs.filter((file) => file.endsWith('.ts')).map((file) => `${path}/examples/${file}`);
}

/** Compiles all blocks, each as a module of its own, and gives what the compiler says. */
async function compile(texts: readonly Text[], folder: string): Promise<string[]> {
  for (const [index, { blocks, owners }] of texts.entries()) {
    for (const { line, code } of blocks) {
      await writeFile(
        join(folder, `block-${index}-${line}.ts`),
        `${preamble(code, owners)}\n${code}\nexport {};\n`,
      );
    }
  }
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2023', 'dom', 'dom.iterable', 'esnext.disposable'],
    types: ['node'],
    moduleDetection: 'force',
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));
  const outcome = await runTool('tsc', ['--pretty', 'false', '-p', folder], { cwd: folder });
  return complaintOf(outcome)
    .split('\n')
    .filter((line) => /error TS\d+/.test(line));
}

function* report({ file, blocks }: Text, index: number, errors: readonly string[]): Generator<Result, void> {
  let good = 0;
  for (const { line, problem } of blocks) {
    const found = errors
      .filter((error) => error.startsWith(`block-${index}-${line}.ts(`))
      .map((error) => inPlace(error, line));
    if (problem !== undefined) found.unshift(problem);
    if (found.length === 0) good += 1;
    else yield complaints(`${file}:${line}`, found);
  }
  if (good > 0) yield verdict(file, true, `${good} of ${blocks.length} blocks compile`);
}

/**
 * An error in a block that begins on a line: `block-1-40.ts(3,5): error …` → `line 41, error …`. The first line of the
 * compiled file is what was put before the block.
 */
export function inPlace(error: string, line: number): string {
  const [, at = '1', message = error] = /^\S+?\((\d+),\d+\): (.*)$/s.exec(error) ?? [];
  return `line ${Math.max(line, line + Number(at) - 2)}, ${message}`;
}
