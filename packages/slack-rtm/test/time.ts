import type { ManualClock } from '@x/emulators';

/** Lets sockets breathe. */
export const breath = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Both ends are in this process, so what is under way arrives within some turns of its loop, however slow the machine is. */
async function arrive(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await breath();
}

/** Lets so much time pass, in steps in which answers can arrive. */
export async function pass(clock: ManualClock, ms: number, stepMs = 100): Promise<void> {
  const end = clock.now() + ms;
  while (clock.now() < end) {
    await arrive();
    await clock.advance(Math.min(stepMs, end - clock.now()));
  }
  await arrive();
}

/** Lets time pass, step by step, until something is so. */
export async function passUntil(clock: ManualClock, isSo: () => boolean, stepMs = 100): Promise<void> {
  const deadline = clock.now() + 3_600_000;
  while (!isSo()) {
    if (clock.now() > deadline) throw new Error('it was not so within an hour');
    await pass(clock, stepMs, stepMs);
  }
}
