import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaintOf, runPnpm } from '@x/checks/command';
import { root } from '@x/checks/root';

/** Where other people's clients are installed. */
export const peersFolder: string = join(root, 'tooling/peers');

/** Installs them, as their lock file says. */
export async function installPeers(): Promise<void> {
  const outcome = await runPnpm(['--dir', peersFolder, 'install', '--frozen-lockfile']);
  if (outcome.status !== 0) throw new Error(`cannot install tooling/peers: ${complaintOf(outcome)}`);
}

/** The version of one that is installed. */
export function versionOf(name: string): string {
  const text = readFileSync(join(peersFolder, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
