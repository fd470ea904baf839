import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaintOf } from './command.js';
import { runLimited } from './limited.js';
import { findNode } from './node-binary.js';
import { peerClients, type Peer } from './peer-stages.js';
import { messageOf, skipped, verdict, type Result } from './result.js';
import { root } from './root.js';
import { readTrials } from './trials.js';

/** The Node.js that other people's clients are run on. */
const nodeVersion = '24';

const limitMs = 60_000;

/**
 * Whether other people's clients do with the emulators what they do with the services: an emulator that only our own
 * client has tried may share its mistakes.
 *
 * @yields two items for each client, and one for each thing that it does
 */
export async function* peers(): AsyncGenerator<Result, void, undefined> {
  for (const peer of peerClients) yield* tryPeer(peer);
}

async function* tryPeer({ name, program, stage }: Peer): AsyncGenerator<Result, void, undefined> {
  const folder = join(root, 'tooling/peers');
  const manifest = join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) {
    yield skipped(name, 'not installed; "pnpm try-peers" installs and tries it');
    return;
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const what = `${name} ${version}`;
  let node: string;
  try {
    const binary = await findNode(nodeVersion);
    node = binary.path;
    yield verdict(`${what} on Node.js ${nodeVersion}`, true, binary.version);
  } catch (error) {
    yield verdict(`${what} on Node.js ${nodeVersion}`, false, messageOf(error));
    return;
  }
  const place = await stage();
  try {
    const env = { CONNECTION: JSON.stringify(place.connection) };
    const outcome = await runLimited(node, [program], { cwd: folder, env, limitMs });
    const { trials, rest } = readTrials(outcome.stdout);
    for (const trial of trials) {
      yield verdict(`${name}: ${trial.what}`, trial.problem === undefined, trial.problem);
    }
    const ended = outcome.endedByItself && outcome.status === 0;
    const reason = outcome.endedByItself
      ? complaintOf({ ...outcome, stdout: rest.join('\n') })
      : `not within ${limitMs / 1000} s`;
    yield verdict(
      `${what} gets to its end`,
      ended && trials.length > 0,
      ended ? `after ${trials.length} things` : reason,
    );
  } finally {
    await place.close();
  }
}
