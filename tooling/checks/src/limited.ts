import { spawn } from 'node:child_process';
import type { CommandOptions, Outcome } from './command.js';

/** What a program answered that had to end by itself within a limit. */
export interface LimitedOutcome extends Outcome {
  /** False when it was still running and had to be ended. */
  readonly endedByItself: boolean;
  readonly durationMs: number;
}

/** Where the program runs; unlike with other commands there is no place that goes without saying. */
export interface LimitedOptions extends CommandOptions {
  readonly cwd: string;
  readonly limitMs: number;
}

/** Runs a program, and ends it when its time is up. */
export async function runLimited(
  command: string,
  args: readonly string[],
  { cwd, env = {}, limitMs }: LimitedOptions,
): Promise<LimitedOutcome> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const written = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
    let endedByItself = true;
    const limit = setTimeout(() => {
      endedByItself = false;
      child.kill('SIGKILL');
    }, limitMs);
    child.on('error', (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ status: code ?? 1, ...written, endedByItself, durationMs: performance.now() - began });
    });
  });
}
