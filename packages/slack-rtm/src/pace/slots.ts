import { until } from '@x/http-core';

/** Takes a place as soon as there is one, and resolves with what gives it back. */
export type Slots = (signal: AbortSignal) => Promise<() => void>;

/** Lets so many do something at once; the others come in their order. */
export function createSlots(limit: number): Slots {
  let free = limit;
  const waiting = new Set<() => void>();

  const leave = (): void => {
    const [next] = waiting;
    if (next === undefined) free += 1;
    else {
      waiting.delete(next);
      next();
    }
  };

  return (signal) =>
    until(signal, (resolve) => {
      if (free > 0) {
        free -= 1;
        resolve(leave);
        return undefined;
      }
      const take = (): void => {
        resolve(leave);
      };
      waiting.add(take);
      return () => {
        waiting.delete(take);
      };
    });
}
