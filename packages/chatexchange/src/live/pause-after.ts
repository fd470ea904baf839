import { backoffMs, isServiceError, sleep, type Clock } from '@x/http-core';
import type { Ending } from '../ending.js';
import { survivable } from './survivable.js';

const mostPauseMs = 5000;

/** Waits until it is tried again to enter a room beside others; what no other attempt may mend is thrown on. */
export async function pauseAfter(
  error: unknown,
  failures: number,
  { clock, ending }: { readonly clock: Clock; readonly ending: Ending },
): Promise<void> {
  const told = survivable(error);
  if (!isServiceError(told) || !told.retryable) throw error;
  const pauseMs = backoffMs(failures, { maxMs: mostPauseMs });
  await ending.run(undefined, (signal) => sleep(pauseMs, signal, clock));
}
