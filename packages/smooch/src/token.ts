import type { Clock, Credential } from '@x/http-core';

/** A token, and from when on it is not shown any more, in milliseconds since 1970. */
export interface TimedToken {
  readonly token: string;
  readonly staleAt: number;
}

/** How long a failure answers for itself before another token is asked for, in milliseconds. */
const failureMs = 1000;

/**
 * Keeps a token for all calls, and has it made anew when it is stale or was refused; all who wait share one making. What is a text
 * in the memory of one process needs less than `createCredential` of `@x/http-core` has to offer: no store and no lock.
 */
export function keepToken(make: () => Promise<TimedToken>, clock: Clock): Credential<string> {
  let kept: Promise<string> | undefined;
  let staleAt = 0;

  async function renew(): Promise<string> {
    staleAt = Infinity;
    try {
      const made = await make();
      staleAt = made.staleAt;
      return made.token;
    } catch (error) {
      staleAt = clock.now() + failureMs;
      throw error;
    }
  }

  const get = (): Promise<string> => {
    if (kept === undefined || clock.now() >= staleAt) kept = renew();
    return kept;
  };
  return {
    get,
    async refresh(stale) {
      const shown = get();
      // Who comes late with a refusal finds what another one got.
      if ((await shown) === stale && kept === shown) kept = undefined;
      return get();
    },
  };
}
