/** The end of a client, which ends all its calls. */
export interface Ending {
  /** Runs a call with a signal that is aborted when the caller's is, and when the end comes. After that, nothing is run. */
  run<T>(caller: AbortSignal | undefined, call: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Aborts all that run, and those that come later, with this error. */
  come(error: Error): void;
}

/**
 * Calls are kept in a list: with one signal for all of them, Node.js would warn of its listeners, and `AbortSignal.any` leaves something
 * behind at a signal for every call, while a client may live for months.
 */
export function createEnding(): Ending {
  const running = new Set<AbortController>();
  let reason: Error | undefined;
  return {
    async run(caller, call) {
      if (reason !== undefined) throw reason;
      const own = new AbortController();
      const stop = (): void => {
        own.abort(caller?.reason);
      };
      if (caller?.aborted === true) stop();
      caller?.addEventListener('abort', stop);
      running.add(own);
      try {
        return await call(own.signal);
      } finally {
        running.delete(own);
        caller?.removeEventListener('abort', stop);
      }
    },
    come(error) {
      reason ??= error;
      for (const own of running) own.abort(error);
    },
  };
}
