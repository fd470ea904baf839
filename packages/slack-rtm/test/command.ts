import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SlackEmulator } from './setup.js';

// The built command, as its users run it.
const command = new URL('../dist/cli.js', import.meta.url).pathname;

/** How a run of `slack-rtm` ended, and what it wrote. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of `slack-rtm` that goes on. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** What it wrote so far. */
  readonly written: { stdout: string; stderr: string };
  readonly ended: Promise<Outcome>;
}

/** Starts `slack-rtm` with the token of a bot. */
export function startCommand(
  args: readonly string[],
  {
    emulator,
    env,
    cwd,
  }: { readonly emulator?: SlackEmulator; readonly env?: object; readonly cwd?: string } = {},
): Running {
  const credentials = emulator?.credentials;
  const child = spawn(process.execPath, [command, ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      ...(credentials && { SLACK_TOKEN: credentials.botToken, SLACK_BASE_URL: credentials.apiUrl }),
      ...env,
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  const ended = new Promise<Outcome>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, ...written });
    });
  });
  return { child, written, ended };
}

/** Runs `slack-rtm` to its end. */
export function runCommand(...given: Parameters<typeof startCommand>): Promise<Outcome> {
  const { child, ended } = startCommand(...given);
  child.stdin.end();
  return ended;
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'slack-rtm-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
