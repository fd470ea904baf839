import { stripVTControlCharacters } from 'node:util';
import { complaintOf, run, type Outcome } from './command.js';
import { isVersion, nodePackage } from './node-package.js';
import { nodeVersions } from './node-versions.js';
import { verdict, type Result } from './result.js';
import { formatResult, formatTally } from './runner.js';

function npx(version: string, args: readonly string[]): Promise<Outcome> {
  const node = nodePackage(version, `${process.platform}-${process.arch}`);
  return run('npx', ['--yes', `--package=${node}`, '--', 'node', ...args]);
}

/** Runs the tests of the project `node` on a Node.js, and makes sure that it was that one. */
async function testOn(version: string): Promise<Result> {
  const started = Date.now();
  const asked = await npx(version, ['-p', 'process.version']);
  const running = asked.stdout.trim();
  if (!isVersion(running, version)) {
    return verdict(`Node.js ${version}`, false, `got ${running === '' ? complaintOf(asked) : running}`);
  }
  const tests = await npx(version, ['node_modules/vitest/vitest.mjs', 'run', '--project=node']);
  const summary = stripVTControlCharacters(tests.stdout)
    .split('\n')
    .map((line) => line.trim())
    .find((line) => /^Tests\s/.test(line));
  if (tests.status !== 0) console.log(complaintOf(tests));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  return verdict(
    `Node.js ${running}`,
    tests.status === 0 && summary !== undefined,
    `${summary?.replaceAll(/\s+/g, ' ') ?? 'ran no tests'}, ${seconds} s`,
  );
}

const tally = { ok: 0, failed: 0, skipped: 0 };
const wanted = process.argv.slice(2);
for (const version of wanted.length > 0 ? wanted : nodeVersions) {
  const result = await testOn(version);
  tally[result.state] += 1;
  console.log(formatResult('runtimes', result));
}
console.log(formatTally(tally));
process.exitCode = tally.failed === 0 ? 0 : 1;
