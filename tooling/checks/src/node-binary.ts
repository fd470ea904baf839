import { complaintOf } from './command.js';
import { runLimited } from './limited.js';
import { isVersion, nodePackage } from './node-package.js';
import { root } from './root.js';

/** A Node.js on this machine. */
export interface NodeBinary {
  /** As it calls itself: `v22.12.0`. */
  readonly version: string;
  readonly path: string;
}

/** The first may have to be fetched, which is some 40 MB. */
const limitMs = 300_000;

/** Brings a version of Node.js to this machine, and makes sure that it is that one. */
export async function findNode(wanted: string): Promise<NodeBinary> {
  const name = nodePackage(wanted, `${process.platform}-${process.arch}`);
  const outcome = await runLimited(
    'npx',
    ['--yes', `--package=${name}`, '--', 'node', '-p', 'JSON.stringify([process.version, process.execPath])'],
    { cwd: root, limitMs },
  );
  if (outcome.status !== 0) throw new Error(complaintOf(outcome));
  const [version, path] = JSON.parse(outcome.stdout) as [string, string];
  // What npx cannot find in a package it takes from the machine without a word.
  if (!isVersion(version, wanted)) throw new Error(`got ${version}`);
  return { version, path };
}
