import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { complaintOf, runTool } from './command.js';
import type { Repository } from './repository.js';
import { complaints, type Result } from './result.js';
import { root } from './root.js';

const projects = ['tsconfig.json', 'tsconfig.browser.json'];

/**
 * Whether every workspace compiles, and every package also as a browser would have it: without the types of Node.js,
 * which the first way cannot keep out of it.
 *
 * @yields an item for each project of the compiler
 */
export async function* typecheck({ packages, tooling }: Repository): AsyncGenerator<Result, void, undefined> {
  yield await compile('tsconfig.json', 'the root');
  yield await compile('tsconfig.vitest.json', 'type tests');
  for (const { path } of [...packages, ...tooling]) {
    for (const project of projects) {
      const file = `${path}/${project}`;
      if (existsSync(join(root, file))) {
        yield await compile(file, path + (project.includes('browser') ? ', for browsers' : ''));
      } else if (path.startsWith('packages/')) {
        yield complaints(path, [`${project} is missing`]);
      }
    }
  }
}

async function compile(project: string, what: string): Promise<Result> {
  const outcome = await runTool('tsc', ['--noEmit', '--pretty', 'false', '-p', project]);
  const errors = complaintOf(outcome)
    .split('\n')
    .filter((line) => /error TS\d+/.test(line));
  return complaints(what, outcome.status === 0 || errors.length > 0 ? errors : [complaintOf(outcome)]);
}
