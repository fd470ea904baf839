import type { ManualClock } from '@x/emulators';

/** Lets the time of a client pass, a hundredfold, until a promise is settled. */
export async function turn<T>(clock: ManualClock, promise: Promise<T>): Promise<T> {
  const unsettled = new Set<Promise<T>>([promise]);
  const settle = (): boolean => unsettled.delete(promise);
  promise.then(settle, settle);
  while (unsettled.size > 0) {
    await clock.advance(100);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return promise;
}
