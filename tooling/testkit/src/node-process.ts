import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a script in a Node.js process of its own and gives what it printed on standard output. */
export async function runNode(
  script: string,
  options: {
    readonly cwd: string;
    readonly arguments?: readonly string[];
    readonly flags?: readonly string[];
    readonly timeoutMs?: number;
  },
): Promise<string> {
  const { stdout } = await execute(
    process.execPath,
    [...(options.flags ?? []), '--input-type=module', '--eval', script, '--', ...(options.arguments ?? [])],
    { cwd: options.cwd, timeout: options.timeoutMs ?? 30_000 },
  );
  return stdout.trim();
}
