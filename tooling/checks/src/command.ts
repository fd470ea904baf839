import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.js';

/** What a program answered. */
export interface Outcome {
  /** Its exit code; 1 when a signal ended it. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a program runs, and what it finds in its environment beside the usual. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end and gives what it wrote; its failure is an answer, not an error. The signal ends it. */
export async function run(
  command: string,
  args: readonly string[],
  { cwd = root, env = {} }: CommandOptions = {},
  signal?: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = (): void => void child.kill('SIGKILL');
    signal?.addEventListener('abort', end, { once: true });
    const written = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ status: code ?? 1, ...written }));
  });
}

/** Runs a program that the root has installed. */
export function runTool(name: string, args: readonly string[], options?: CommandOptions): Promise<Outcome> {
  return run(join(root, 'node_modules/.bin', name), args, options);
}

/** Runs a program that this workspace has installed for itself. */
export function runOwnTool(
  name: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<Outcome> {
  return run(join(root, 'tooling/checks/node_modules/.bin', name), args, options);
}

/** Runs pnpm as the root manifest names it. Inside a pnpm script it is at hand; elsewhere npx brings it. */
export async function runPnpm(args: readonly string[], options?: CommandOptions): Promise<Outcome> {
  try {
    return await run('pnpm', args, options);
  } catch {
    const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      packageManager: string;
    };
    return run('npx', ['--yes', packageManager, ...args], options);
  }
}

/** What a program complained about, in as many lines as it took. */
export function complaintOf({ stdout, stderr }: Outcome): string {
  // Some colour what they write whatever they are told.
  return stripVTControlCharacters(`${stdout}\n${stderr}`).trim();
}
