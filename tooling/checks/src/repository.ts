import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConsumer, type Consumer } from './consumer.js';
import { entriesOf, type BuiltEntry, type Manifest } from './manifest.js';
import { root } from './root.js';

/** A folder of `packages` or `tooling`. */
export interface Workspace {
  readonly name: string;
  /** Relative to the root, with slashes. */
  readonly path: string;
  readonly folder: string;
  readonly manifest: Manifest;
  /** What can be imported from it. */
  readonly entries: readonly BuiltEntry[];
}

/** The repository as all checks see it. What takes long is done once, when the first of them asks. */
export interface Repository {
  readonly root: string;
  /** What is published. */
  readonly packages: readonly Workspace[];
  /** What is not. */
  readonly tooling: readonly Workspace[];
  /** A folder in which the packages are installed as they would be published. */
  consumer(): Promise<Consumer>;
  /** Removes what was made. */
  close(): Promise<void>;
}

/** What cannot be looked at yet. */
export function unbuilt(packages: readonly Workspace[]): BuiltEntry[] {
  return packages.flatMap(({ entries }) => entries.filter(({ built }) => !built));
}

function readWorkspaces(parent: string): Workspace[] {
  return readdirSync(join(root, parent))
    .map((name) => `${parent}/${name}`)
    .filter((path) => existsSync(join(root, path, 'package.json')))
    .map((path) => {
      const folder = join(root, path);
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
      const entries = entriesOf(manifest).map((entry) =>
        Object.assign(entry, { built: existsSync(join(folder, entry.types)) }),
      );
      return { name: manifest.name, path, folder, manifest, entries };
    });
}

/** Opens the repository that this workspace belongs to. */
export function openRepository(): Repository {
  const packages = readWorkspaces('packages');
  let consumer: Promise<Consumer> | undefined;
  return {
    root,
    packages,
    tooling: readWorkspaces('tooling'),
    consumer() {
      consumer ??= createConsumer(packages.filter(({ entries }) => entries.some(({ built }) => built)));
      return consumer;
    },
    async close() {
      await consumer?.then((made) => made.remove()).catch(() => undefined);
    },
  };
}
