import { createManualClock, type ManualClock } from '@x/emulators';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'vitest';
import type { SlackRtm, SlackRtmOptions } from '../src/index.js';
import { setUpRtm, type SlackEmulator } from './setup.js';

/** Both ends are in this process, so what is under way arrives within some turns of its loop, however slow the machine is. */
async function arrive(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await nextTurn();
}

/** Lets time pass, in steps in which answers can arrive, until something has come about. */
export async function passUntil(clock: ManualClock, isDone: () => boolean, stepMs = 250): Promise<void> {
  const step = async (): Promise<boolean> => {
    await arrive();
    if (!isDone()) await clock.advance(stepMs);
    await arrive();
    return isDone();
  };
  await expect.poll(step, { interval: 1, timeout: 10_000 }).toBe(true);
}

/** Lets so much time pass, in steps in which answers can arrive. */
export async function pass(clock: ManualClock, ms: number, stepMs = 1000): Promise<void> {
  const end = clock.now() + ms;
  while (clock.now() < end) {
    await arrive();
    await clock.advance(Math.min(stepMs, end - clock.now()));
  }
  await arrive();
}

/** An emulator and a client of it, on a clock that stands still until it is told to move. */
export async function setUpTimed(
  options: Partial<SlackRtmOptions> = {},
  switches: Parameters<SlackEmulator['control']['configure']>[0] = {},
): Promise<{
  readonly clock: ManualClock;
  readonly emulator: SlackEmulator;
  readonly slack: SlackRtm;
  readonly channel: string;
}> {
  const clock = createManualClock();
  const made = await setUpRtm({ clock, ...options }, { clock, switches });
  return { clock, ...made };
}
