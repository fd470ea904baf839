import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const compiler = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));
const base = fileURLToPath(new URL('../../tsconfig/test.json', import.meta.url));

/** A value, and the type that it is said to be of. */
export interface TypedValue {
  /** Which one it is, for whoever reads the complaints. */
  readonly name: string;
  readonly type: string;
  readonly body: unknown;
}

/**
 * What the compiler says of values that are given types; nothing when each is what its type says.
 *
 * @param imports Which type comes from which file of `folder`.
 */
export async function typeComplaints(
  folder: string,
  imports: Readonly<Record<string, string>>,
  values: readonly TypedValue[],
): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), 'typed-values-'));
  try {
    writeFileSync(join(place, 'values.mts'), moduleOf(folder, imports, values));
    const settings = { extends: base, compilerOptions: { noEmit: true, types: [] }, files: ['values.mts'] };
    writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(settings));
    return await new Promise((resolve) => {
      execFile(process.execPath, [compiler, '-p', place], (error, stdout) => {
        resolve(stdout === '' ? (error?.message ?? '') : stdout);
      });
    });
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** The values as a module that gives each its type. */
function moduleOf(
  folder: string,
  imports: Readonly<Record<string, string>>,
  values: readonly TypedValue[],
): string {
  return [
    ...Object.entries(imports).map(
      ([name, file]) => `import type { ${name} } from ${JSON.stringify(join(folder, file))};`,
    ),
    ...values.map(
      ({ name, type, body }, index) =>
        `export const value${index}: ${type} = ${JSON.stringify(body)}; // ${name}`,
    ),
  ].join('\n');
}
