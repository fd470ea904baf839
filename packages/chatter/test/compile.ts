import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const compiler = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url));
const source = fileURLToPath(new URL('../src/index.ts', import.meta.url));

/** Compiles a program that begins where `chatter` and `connect` are there, and gives the compiler's errors. */
export async function compile(program: string, ...names: readonly string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'chatter-types-'));
  const settings = {
    compilerOptions: {
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
      module: 'nodenext',
      customConditions: ['@x/source'],
      allowImportingTsExtensions: true,
    },
    include: ['program.ts'],
  };
  const imports = `import type { ${['Chatter', 'Connect', ...names].join(', ')} } from ${JSON.stringify(source)};\n`;
  const declarations = 'declare const chatter: Chatter;\ndeclare const connect: Connect;\n';
  try {
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    await writeFile(join(folder, 'program.ts'), imports + declarations + program);
    const output = await new Promise<string>((resolve) => {
      execFile(compiler, ['--pretty', 'false', '-p', folder], (_error, stdout) => resolve(stdout));
    });
    return output.split('\n').filter((line) => line !== '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
