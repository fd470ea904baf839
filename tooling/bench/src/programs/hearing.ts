/** What hearing took. */
export interface Heard {
  /** Events a second, by the clock. */
  readonly rate: number;
  /** Microseconds of the processor an event. */
  readonly cost: number;
  /** Megabytes of heap that are in use after every tenth of the events. */
  readonly heap: readonly number[];
}

/** How much is heard. */
export interface Amount {
  /** Events that do not count. */
  readonly warmUps: number;
  readonly events: number;
  /** Whether the heap is weighed, which takes time. */
  readonly weighs: boolean;
}

/** Measures what it takes to hear so many events; `listen` calls back for each. */
export async function measureHearing(
  { warmUps, events, weighs }: Amount,
  listen: (onEvent: () => void) => Promise<void>,
): Promise<Heard> {
  let count = 0;
  let began = 0;
  let used = process.cpuUsage();
  const heap: number[] = [];
  let onEvent = (): void => undefined;
  const hearing = new Promise<Heard>((resolve) => {
    onEvent = () => {
      count += 1;
      if (count === warmUps) {
        began = performance.now();
        used = process.cpuUsage();
      } else if (weighs && count > warmUps && (count - warmUps) % (events / 10) === 0) {
        globalThis.gc?.();
        heap.push(process.memoryUsage().heapUsed / 1e6);
      }
      if (count === warmUps + events) {
        const { user, system } = process.cpuUsage(used);
        const seconds = (performance.now() - began) / 1000;
        resolve({ rate: events / seconds, cost: (user + system) / events, heap });
      }
    };
  });
  await listen(() => {
    onEvent();
  });
  return hearing;
}
