import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { complaintOf, runPnpm } from '@x/checks/command';
import { root } from '@x/checks/root';

/** What comes with a package, itself included. */
export interface Install {
  readonly packages: number;
  /** What their files hold together. */
  readonly bytes: number;
}

/** As much of pnpm's list as is looked at. */
interface Listed {
  readonly path: string;
  readonly dependencies?: Readonly<Record<string, Listed>>;
}

/** Weighs one of our packages as it is published, with all that it depends on. */
export async function weighOwnInstall(name: string): Promise<Install> {
  return weighAll([await list(join(root, 'packages', name))]);
}

/** Weighs packages that a folder has installed, each with all that it depends on. */
export async function weighInstalls(folder: string, names: readonly string[]): Promise<Install[]> {
  const { dependencies = {} } = await list(folder);
  return Promise.all(
    names.map((name) => {
      const listed = dependencies[name];
      if (listed === undefined) throw new Error(`${name} is not installed in ${folder}`);
      return weighAll([listed]);
    }),
  );
}

async function list(folder: string): Promise<Listed> {
  const outcome = await runPnpm(['--dir', folder, 'list', '--prod', '--depth', 'Infinity', '--json']);
  const [listed] = outcome.status === 0 ? (JSON.parse(outcome.stdout) as Listed[]) : [];
  if (listed === undefined) throw new Error(`cannot list what is in ${folder}: ${complaintOf(outcome)}`);
  return listed;
}

async function weighAll(listed: readonly Listed[]): Promise<Install> {
  // What is made for another system is listed, and not there.
  const paths = [...new Set(listed.flatMap(pathsOf))].filter((path) => existsSync(path));
  const sizes = await Promise.all(paths.map(bytesOf));
  return { packages: paths.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function pathsOf({ path, dependencies = {} }: Listed): string[] {
  return [path, ...Object.values(dependencies).flatMap(pathsOf)];
}

/** What the files of a package hold; of a workspace, those that are published. */
async function bytesOf(folder: string): Promise<number> {
  const isWorkspace = !folder.includes('/node_modules/');
  const { files = [] } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    readonly files?: readonly string[];
  };
  const published = new Set([...files, 'package.json', 'README.md', 'LICENSE']);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const [first = ''] = file.slice(folder.length + 1).split('/');
      return isWorkspace ? published.has(first) : first !== 'node_modules';
    })
    .map(async (file) => (await stat(file)).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
