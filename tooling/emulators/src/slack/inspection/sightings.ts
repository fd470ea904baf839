/** Things that happen one after another, and those who wait for one of them. */
export interface Sightings<Thing> {
  tell(thing: Thing): void;
  /** The next thing that is wanted. Rejects after `timeoutMs` of real time, saying `what` did not come. */
  next(isWanted: (thing: Thing) => boolean, timeoutMs: number, what: string): Promise<Thing>;
}

export function createSightings<Thing>(): Sightings<Thing> {
  const lookouts = new Set<(thing: Thing) => void>();
  return {
    tell(thing) {
      for (const look of lookouts) look(thing);
    },
    next: (isWanted, timeoutMs, what) =>
      new Promise((resolve, reject) => {
        const look = (thing: Thing): void => {
          if (!isWanted(thing)) return;
          clearTimeout(timer);
          lookouts.delete(look);
          resolve(thing);
        };
        // Of real time: a clock that stands still until the wait is over would never end it.
        const timer = setTimeout(() => {
          lookouts.delete(look);
          reject(new Error(`${what} did not come within ${timeoutMs} ms.`));
        }, timeoutMs);
        lookouts.add(look);
      }),
  };
}
