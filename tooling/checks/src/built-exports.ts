import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportsOf, type Declared, type DeclarationFiles } from './declarations.js';
import type { Workspace } from './repository.js';

/** How the built declarations of packages refer to each other. */
function builtFiles(packages: readonly Workspace[]): DeclarationFiles {
  const entries = new Map(
    packages.flatMap(({ folder, entries: own }) =>
      own.map(({ specifier, types }): [string, string] => [specifier, join(folder, types)]),
    ),
  );
  return {
    resolve(specifier, importer) {
      const path = specifier.startsWith('.')
        ? join(dirname(importer), specifier.replace(/\.js$/, '.d.ts'))
        : entries.get(specifier);
      return path !== undefined && existsSync(path) ? path : undefined;
    },
    read: (path) => readFileSync(path, 'utf8'),
  };
}

/** What can be imported from each entry of a package that has been built, by specifier. */
export function readExports(
  workspace: Workspace,
  packages: readonly Workspace[],
): ReadonlyMap<string, readonly Declared[]> {
  const files = builtFiles(packages);
  return new Map(
    workspace.entries
      .filter(({ built }) => built)
      .map(({ specifier, types }) => [specifier, exportsOf(join(workspace.folder, types), files)]),
  );
}
