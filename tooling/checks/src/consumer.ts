import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { complaintOf, run, runPnpm, type Outcome } from './command.js';
import type { Manifest } from './manifest.js';
import type { Workspace } from './repository.js';
import { root } from './root.js';

/** A package as it would be published. */
export interface Packed {
  readonly workspace: Workspace;
  readonly tarball: string;
  /** The names of the files in the tarball. */
  readonly files: readonly string[];
  /** Where it is unpacked. */
  readonly folder: string;
  /** The manifest that is in the tarball. */
  readonly manifest: Manifest;
}

/** A folder whose `node_modules` holds what users would get, and nothing else. */
export interface Consumer {
  readonly folder: string;
  readonly packed: ReadonlyMap<string, Packed>;
  /** Makes an empty folder in which the packages can be imported. */
  readonly folderFor: (name: string) => Promise<string>;
  /** Puts a package of a workspace, as it is installed there, within the reach of a folder. */
  readonly link: (name: string, workspace: string, folder: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Packs packages, unpacks them side by side, and links what they depend on. */
export async function createConsumer(workspaces: readonly Workspace[]): Promise<Consumer> {
  // The true path, because bundlers and compilers name files by it.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'consumer-')));
  const packed = new Map<string, Packed>();
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    for (const workspace of workspaces) packed.set(workspace.name, await pack(workspace, folder));
    for (const { workspace, manifest } of packed.values()) {
      for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
        if (!packed.has(name)) await link(name, workspace.folder, folder);
      }
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    folder,
    packed,
    remove,
    async folderFor(name) {
      const made = join(folder, name);
      await mkdir(made);
      await writeFile(join(made, 'package.json'), '{ "private": true, "type": "module" }\n');
      return made;
    },
    link: (name, workspace, into) => link(name, join(root, workspace), into),
  };
}

async function pack(workspace: Workspace, into: string): Promise<Packed> {
  const packs = join(into, 'packs');
  const folder = join(into, 'node_modules', workspace.name);
  await mkdir(packs, { recursive: true });
  await mkdir(folder, { recursive: true });
  const answer = await good(
    runPnpm(['pack', '--json', '--pack-destination', packs], { cwd: workspace.folder }),
    `pnpm pack in ${workspace.path}`,
  );
  const { filename } = JSON.parse(answer.stdout) as { filename: string };
  const listing = await good(run('tar', ['-tzf', filename]), `tar -tzf ${filename}`);
  await good(run('tar', ['-xzf', filename, '-C', folder, '--strip-components=1']), `tar -xzf ${filename}`);
  return {
    workspace,
    tarball: filename,
    files: listing.stdout
      .split('\n')
      .filter((line) => line !== '' && !line.endsWith('/'))
      .map((line) => line.replace(/^package\//, '')),
    folder,
    manifest: JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest,
  };
}

async function link(name: string, workspace: string, folder: string): Promise<void> {
  const place = join(folder, 'node_modules', name);
  await mkdir(dirname(place), { recursive: true });
  await symlink(await realpath(join(workspace, 'node_modules', name)), place).catch((error: unknown) => {
    // Another package depends on it, too.
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  });
}

async function good(running: Promise<Outcome>, what: string): Promise<Outcome> {
  const outcome = await running;
  if (outcome.status !== 0) throw new Error(`${what} failed: ${complaintOf(outcome)}`);
  return outcome;
}
