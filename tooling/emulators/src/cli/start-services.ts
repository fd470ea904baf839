import type { RunningService } from '../start.js';
import type { Arguments } from './arguments.js';

/** The services that were asked for, all of them running. */
export type RunningServices = ReadonlyMap<string, RunningService>;

/** Why nothing runs, in words for a person. */
export class StartError extends Error {}

/** Starts what was asked for. When one of them fails, none is left running. */
export async function startServices(wanted: Arguments): Promise<RunningServices> {
  const running = new Map<string, RunningService>();
  for (const { name, portOffset, start } of wanted.services) {
    const port = wanted.portBase + portOffset;
    try {
      const { seed, legacy, rotateTokens } = wanted;
      running.set(name, await start({ port, seed, legacy, rotateTokens }));
    } catch (error) {
      await closeServices(running);
      throw new StartError(reason(name, port, error), { cause: error });
    }
  }
  return running;
}

export async function closeServices(running: RunningServices): Promise<void> {
  await Promise.all([...running.values()].map((service) => service.close()));
}

function reason(name: string, port: number, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `${name} cannot start: port ${port} on 127.0.0.1 is taken. Choose other ports with --port-base N.`;
  }
  return `${name} cannot start on port ${port}: ${error instanceof Error ? error.message : String(error)}`;
}
