import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressesOf, resources } from '@x/chatter-data';
import { complaintOf, runTool } from './command.js';
import { unbuilt, type Repository } from './repository.js';
import { skipped, verdict, type Result } from './result.js';

/** How many paths the program uses, and how much longer it may take to compile than one without @x/chatter. */
const pathCount = 50;
const mostMs = 1500;

/** Measured several times, since other work on the machine only ever adds. */
const runs = 3;

/**
 * Whether a program that uses many paths of Chatter still compiles at once, with the types as they are published.
 *
 * @yields one item
 */
export async function* typeCost(repository: Repository): AsyncGenerator<Result, void, undefined> {
  const what = `a program with ${pathCount} paths of @x/chatter`;
  if (unbuilt(repository.packages).length > 0) {
    yield skipped(what, 'not built');
    return;
  }
  const consumer = await repository.consumer();
  const folder = await consumer.folderFor('type-cost');
  const empty = await compileMs(folder, 'export {};\n');
  const full = await compileMs(folder, program());
  if (typeof empty === 'string' || typeof full === 'string') {
    yield verdict(what, false, typeof empty === 'string' ? empty : String(full));
    return;
  }
  const ms = Math.max(0, Math.round(full - empty));
  yield verdict(
    what,
    ms <= mostMs,
    `${ms} ms more than one without any (${Math.round(full)} ms), of ${mostMs} ms`,
  );
}

/** Paths from all over the tree, each as a chain that is got. */
function program(): string {
  const paths = resources
    .filter(({ until = Infinity, methods }) => until > 31 && methods.includes('GET'))
    .flatMap((resource) => addressesOf(resource))
    .filter((path) => !/\/(?:content|rendition)$/.test(path));
  const step = Math.floor(paths.length / pathCount);
  const calls = Array.from({ length: pathCount }, (_, index) => {
    const chain = (paths[index * step] ?? '')
      .slice(1)
      .replaceAll('-', '_')
      .replaceAll(/\/\{\w+\}/g, "._('id')")
      .replaceAll('/', '.');
    return `export const got${index} = ${chain}.get;\n`;
  });
  return [
    "import { connect as open, createChatter } from '@x/chatter';\n",
    'const chatter = createChatter({});\nconst connect = open(chatter);\nvoid connect;\n',
    ...calls,
  ].join('');
}

const settings = {
  compilerOptions: {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    module: 'nodenext',
  },
  include: ['program.ts'],
};

/** How long a program takes to compile at best, in milliseconds; the compiler's complaint if it does not. */
async function compileMs(folder: string, text: string): Promise<number | string> {
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  await writeFile(join(folder, 'program.ts'), text);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const outcome = await runTool('tsc', ['--pretty', 'false', '--extendedDiagnostics', '-p', folder]);
    const seconds = /^Total time:\s+([\d.]+)s/m.exec(outcome.stdout)?.[1];
    if (outcome.status !== 0 || seconds === undefined) return complaintOf(outcome);
    times.push(Number(seconds) * 1000);
  }
  return Math.min(...times);
}
