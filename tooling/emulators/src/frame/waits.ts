import type { Clock } from './contract.js';

/** Waiting on a clock that can be given up, so that nothing happens in an emulator that was closed. */
export interface Waits {
  readonly wait: (ms: number) => Promise<void>;
  /** Those who wait now wait for ever. */
  readonly cancelAll: () => void;
}

export function createWaits(clock: Clock): Waits {
  const cancels = new Set<() => void>();
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const cancel = clock.after(ms, () => {
          cancels.delete(cancel);
          resolve();
        });
        cancels.add(cancel);
      }),
    cancelAll() {
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}
