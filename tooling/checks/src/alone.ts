import { copyFile, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { aloneClients, type AloneClient } from './alone-clients.js';
import { complaintOf } from './command.js';
import { installAlone, type Installation } from './install.js';
import { installComplaints } from './installed.js';
import { runLimited, type LimitedOutcome } from './limited.js';
import { findNode, type NodeBinary } from './node-binary.js';
import { nodeVersions } from './node-versions.js';
import { startRegistry } from './registry.js';
import type { Repository, Workspace } from './repository.js';
import { complaints, messageOf, skipped, verdict, type Result } from './result.js';
import { root } from './root.js';
import { answerComplaints, readAnswer, type Stage } from './stage.js';

/** Installed for the others, and never alone. */
const core = '@x/http-core';

/** How long a program may take that has next to nothing to do. */
const limitMs = 20_000;

/**
 * Whether each client works when it is all that somebody installs, on every Node.js that is promised.
 *
 * @yields an item for each version of Node.js, one for each client, and two for each client on each version
 */
export async function* alone(repository: Repository): AsyncGenerator<Result, void, undefined> {
  const { packed } = await repository.consumer();
  const binaries: NodeBinary[] = [];
  for (const wanted of nodeVersions) {
    try {
      const binary = await findNode(wanted);
      binaries.push(binary);
      yield verdict(`Node.js ${wanted}`, true, binary.version);
    } catch (error) {
      yield verdict(`Node.js ${wanted}`, false, messageOf(error));
    }
  }
  const registry = await startRegistry(packed.values());
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'alone-')));
  try {
    for (const workspace of repository.packages) {
      if (workspace.name !== core) yield* tryAlone(workspace, { folder, registry: registry.url, binaries });
    }
  } finally {
    registry.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Surroundings {
  readonly folder: string;
  readonly registry: string;
  readonly binaries: readonly NodeBinary[];
}

async function* tryAlone(
  { name, entries }: Workspace,
  { folder, registry, binaries }: Surroundings,
): AsyncGenerator<Result, void, undefined> {
  const client = aloneClients[name];
  if (client === undefined) {
    yield verdict(name, false, 'nobody has said what it brings and what it is for');
    return;
  }
  if (!entries.every(({ built }) => built)) {
    yield skipped(name, 'not built');
    return;
  }
  let installation: Installation;
  try {
    installation = await installAlone(name, join(folder, basename(name)), registry);
  } catch (error) {
    yield verdict(`${name}, installed`, false, messageOf(error));
    return;
  }
  yield complaints(
    `${name}, installed`,
    installComplaints(name, installation.packages, client.brings),
    `${installation.packages.length} packages, ${(installation.bytes / 1000).toFixed(0)} kB`,
  );
  const specifiers = entries.map(({ specifier }) => specifier);
  for (const binary of binaries) {
    yield await load(name, specifiers, installation, binary);
    yield await perform(name, client, installation, binary);
  }
}

async function load(
  name: string,
  specifiers: readonly string[],
  { folder }: Installation,
  { version, path }: NodeBinary,
): Promise<Result> {
  const list = JSON.stringify(specifiers);
  const ways = [
    ['--input-type=module', '-e', `for (const name of ${list}) await import(name)`],
    ['--input-type=commonjs', '-e', `for (const name of ${list}) require(name)`],
  ];
  const found: string[] = [];
  for (const args of ways) {
    found.push(...endComplaints(await runLimited(path, args, { cwd: folder, limitMs })));
  }
  return complaints(`${name} loads on ${version}`, found, 'by import and by require');
}

/** Runs the session of a client as a program of its own, which has to end when its work is done. */
async function perform(
  name: string,
  client: AloneClient,
  { folder }: Installation,
  { version, path }: NodeBinary,
): Promise<Result> {
  const program = `${basename(name)}.mjs`;
  await copyFile(join(root, 'tooling/checks/sessions/node', program), join(folder, program));
  const stage = await client.stage();
  try {
    const env = { CONNECTION: JSON.stringify(stage.connection) };
    const outcome = await runLimited(path, [program], { cwd: folder, env, limitMs });
    return complaints(
      `${name} works on ${version}`,
      judge(outcome, stage),
      `its session ends by itself after ${(outcome.durationMs / 1000).toFixed(1)} s`,
    );
  } finally {
    await stage.close();
  }
}

function judge(outcome: LimitedOutcome, stage: Stage): string[] {
  const ended = endComplaints(outcome);
  if (ended.length > 0) return ended;
  return [...answerComplaints(stage.answer, readAnswer(outcome.stdout)), ...stage.complaints()];
}

function endComplaints(outcome: LimitedOutcome): string[] {
  if (!outcome.endedByItself) return [`does not end by itself within ${limitMs / 1000} s`];
  return outcome.status === 0 ? [] : [complaintOf(outcome)];
}
