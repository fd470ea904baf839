import { join } from 'node:path';
import { complaintOf, run } from '@x/checks/command';

/** A package, and the file that imports it. */
export interface Import {
  readonly specifier: string;
  /** Default: a file of this workspace. */
  readonly from?: string;
}

/** How many milliseconds each import takes in a new process, in turns; one list for each import. */
export async function measureImports(
  node: string,
  imports: readonly Import[],
  rounds: number,
): Promise<number[][]> {
  const times: number[][] = imports.map(() => []);
  // In the first round, files are read that the others find in the system's memory.
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, { specifier, from }] of imports.entries()) {
      const program = join(import.meta.dirname, 'programs/import.js');
      const outcome = await run(node, [program, specifier, ...(from === undefined ? [] : [from])]);
      if (outcome.status !== 0) throw new Error(`import of ${specifier} failed: ${complaintOf(outcome)}`);
      if (round >= 0) times[index]?.push(Number(outcome.stdout));
    }
  }
  return times;
}
