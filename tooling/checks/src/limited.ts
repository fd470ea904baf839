import { run, type CommandOptions, type Outcome } from './command.js';

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
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), limitMs);
  try {
    const outcome = await run(command, args, { cwd, env }, limit.signal);
    return { ...outcome, endedByItself: !limit.signal.aborted, durationMs: performance.now() - began };
  } finally {
    clearTimeout(timer);
  }
}
