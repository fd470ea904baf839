import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readExports } from './built-exports.js';
import { complaintOf, runTool } from './command.js';
import type { Consumer } from './consumer.js';
import type { Declared } from './declarations.js';
import { unbuilt, type Repository } from './repository.js';
import { complaints, skipped, type Result } from './result.js';
import { declarationComplaints, explainUse, useFile } from './use-file.js';

/** A setting under which somebody compiles a program that uses the packages. */
interface Setting {
  readonly name: string;
  readonly module: string;
  readonly moduleResolution: string;
  readonly lib: readonly string[];
  readonly types: readonly string[];
}

const modules = [
  { name: 'nodenext', module: 'nodenext', moduleResolution: 'nodenext' },
  { name: 'bundler', module: 'esnext', moduleResolution: 'bundler' },
];
const libraries = [
  { folder: 'browser-page', name: 'DOM without Node.js', lib: ['es2022', 'dom'], types: [] },
  { folder: 'node-program', name: 'Node.js without DOM', lib: ['es2022'], types: ['node'] },
];

/**
 * Whether the published types compile for those who use them, whatever their settings.
 *
 * @yields an item for each package, and for each entry under each setting
 */
export async function* types(repository: Repository): AsyncGenerator<Result, void, undefined> {
  for (const { specifier } of unbuilt(repository.packages)) yield skipped(specifier, 'not built');
  const consumer = await repository.consumer();
  for (const { workspace, folder, files } of consumer.packed.values()) {
    const declarations = files.filter((file) => file.endsWith('.d.ts'));
    const found = await Promise.all(
      declarations.map(async (file) =>
        declarationComplaints(file, await readFile(join(folder, file), 'utf8')),
      ),
    );
    yield complaints(
      `${workspace.name} names nothing that only one world has`,
      found.flat(),
      `${declarations.length} files`,
    );
  }
  const exported = new Map<string, readonly Declared[]>();
  for (const { workspace } of consumer.packed.values()) {
    for (const [specifier, declared] of readExports(workspace, repository.packages)) {
      exported.set(specifier, declared);
    }
  }
  for (const { folder, name, ...library } of libraries) {
    const place = await consumer.folderFor(folder);
    if (library.types.length > 0) await consumer.link('@types/node', 'tooling/checks', place);
    for (const [index, [specifier, declared]] of [...exported].entries()) {
      await writeFile(join(place, `use-${index}.ts`), useFile(specifier, declared));
    }
    for (const module of modules) {
      const setting = { ...library, ...module, name: `${module.name}, ${name}` };
      yield* compile(place, setting, exported, consumer);
    }
  }
}

async function* compile(
  folder: string,
  setting: Setting,
  exported: ReadonlyMap<string, readonly Declared[]>,
  { packed }: Consumer,
): AsyncGenerator<Result, void, undefined> {
  const { name, ...compilerOptions } = setting;
  const strict = { strict: true, skipLibCheck: false, noEmit: true, target: 'es2022' };
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...strict, ...compilerOptions }, include: ['use-*.ts'] }),
  );
  const outcome = await runTool('tsc', ['--pretty', 'false', '-p', folder], { cwd: folder });
  const errors = complaintOf(outcome)
    .split('\n')
    .filter((line) => /error TS\d+/.test(line));
  const mine = new Set<string>();
  for (const [index, [specifier, declared]] of [...exported].entries()) {
    const found = errors.filter((line) => line.startsWith(`use-${index}.ts`));
    for (const line of found) mine.add(line);
    const text = useFile(specifier, declared);
    yield complaints(
      `${specifier} under ${name}`,
      found.map((line) => explainUse(line, text)),
      `${declared.length} names, none of them any`,
    );
  }
  for (const own of packed.keys()) {
    const found = errors.filter((line) => line.includes(`node_modules/${own}/`));
    for (const line of found) mine.add(line);
    if (found.length > 0) yield complaints(`declarations of ${own} under ${name}`, found);
  }
  const rest = errors.filter((line) => !mine.has(line));
  if (rest.length > 0 || (outcome.status !== 0 && errors.length === 0)) {
    yield complaints(`what the packages need under ${name}`, rest.length > 0 ? rest : [complaintOf(outcome)]);
  }
}
