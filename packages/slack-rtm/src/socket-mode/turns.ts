import { sleep, type Clock } from '@x/http-core';

/** Lets attempts to connect happen one after the other, and none before the time that the service asked for. */
export interface Turns {
  take<Result>(signal: AbortSignal, attempt: () => Promise<Result>): Promise<Result>;
}

/** Makes turns. However many connections are wanted, a service in trouble sees one attempt at a time. */
export function createTurns(clock: Clock): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let notBefore = -Infinity;

  async function run<Result>(
    before: Promise<unknown>,
    signal: AbortSignal,
    attempt: () => Promise<Result>,
  ): Promise<Result> {
    // Its failure is for whoever made it.
    await before.catch(() => undefined);
    signal.throwIfAborted();
    if (notBefore > clock.now()) await sleep(notBefore - clock.now(), signal, clock);
    try {
      return await attempt();
    } catch (error) {
      const { retryAfterMs = 0 } = Object(error) as { readonly retryAfterMs?: number };
      notBefore = clock.now() + retryAfterMs;
      throw error;
    }
  }

  return {
    async take(signal, attempt) {
      const result = run(last, signal, attempt);
      last = result;
      return result;
    },
  };
}
