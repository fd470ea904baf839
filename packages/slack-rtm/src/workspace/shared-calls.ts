import { until } from '@x/http-core';

/** Something that many ask for at the same time and that is done once. */
export interface SharedCalls {
  /** The result for everybody who asks by this key until it is there. A signal ends the wait of who gave it, and nothing else. */
  once<Result>(
    key: string,
    signal: AbortSignal | undefined,
    begin: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result>;
  /** Ends all that is under way, for a reason, and all that is asked from now on. */
  end(reason: Error): void;
}

export function createSharedCalls(): SharedCalls {
  const running = new Map<string, Promise<unknown>>();
  const ended = new AbortController();

  return {
    once<Result>(
      key: string,
      signal: AbortSignal | undefined,
      begin: (signal: AbortSignal) => Promise<Result>,
    ): Promise<Result> {
      let shared = running.get(key) as Promise<Result> | undefined;
      if (shared === undefined) {
        shared = start(() => begin(ended.signal)).finally(() => running.delete(key));
        running.set(key, shared);
        // Everybody who asked may have gone.
        shared.catch(() => undefined);
      }
      const wanted = shared;
      return until(signal, (resolve, reject) => {
        wanted.then(resolve, reject);
      });
    },
    end(reason) {
      ended.abort(reason);
    },
  };

  async function start<Result>(begin: () => Promise<Result>): Promise<Result> {
    ended.signal.throwIfAborted();
    return await begin();
  }
}
