import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { complaintOf } from './command.js';
import { namesOf, type InstalledList } from './installed.js';
import { runLimited } from './limited.js';

/** A package that npm has installed where there was nothing before. */
export interface Installation {
  readonly folder: string;
  /** The names of all packages that are there now. */
  readonly packages: readonly string[];
  /** What their files hold together. */
  readonly bytes: number;
}

/** Long enough for a slow network, and short enough not to hang on one that is gone. */
const limitMs = 180_000;

/** Installs a package in a folder of its own, as a user would. The scope `@x` comes from a registry on this machine. */
export async function installAlone(name: string, folder: string, registry: string): Promise<Installation> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await writeFile(join(folder, '.npmrc'), `@x:registry=${registry}/\n`);
  const outcome = await runLimited('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', name], {
    cwd: folder,
    limitMs,
  });
  if (outcome.status !== 0) throw new Error(`npm install ${name} failed: ${complaintOf(outcome)}`);
  const list = await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8');
  return {
    folder,
    packages: namesOf(JSON.parse(list) as InstalledList),
    bytes: await bytesIn(join(folder, 'node_modules')),
  };
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  // Links, as npm makes them for programs, weigh nothing; its own list is no part of any package.
  const files = entries.filter((entry) => entry.isFile() && entry.name !== '.package-lock.json');
  const sizes = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
