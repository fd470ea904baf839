import { describe, expect, test } from 'vitest';
import { createManualClock, createSystemClock } from '../../src/frame/index.js';

describe('the manual clock', () => {
  test('stands still until it is advanced', async () => {
    const clock = createManualClock(1_000);
    expect(clock.now()).toBe(1_000);
    await clock.advance(250);
    expect(clock.now()).toBe(1_250);
  });

  test('starts at the date that it is given, and otherwise always at the same instant', () => {
    expect(createManualClock(new Date(5_000)).now()).toBe(5_000);
    expect(createManualClock().now()).toBe(createManualClock().now());
  });

  test('runs what falls due in order of time, and in order of setting at the same time', async () => {
    const clock = createManualClock(0);
    const ran: string[] = [];
    const note = (name: string) => () => ran.push(`${name} at ${clock.now()}`);
    clock.after(30, note('late'));
    clock.after(10, note('first'));
    clock.after(10, note('second'));
    clock.after(31, note('never'));
    await clock.advance(30);
    expect(ran).toEqual(['first at 10', 'second at 10', 'late at 30']);
  });

  test('runs timers that were set while it moved', async () => {
    const clock = createManualClock(0);
    const ran: number[] = [];
    const tick = (): void => {
      ran.push(clock.now());
      clock.after(10, tick);
    };
    clock.after(10, tick);
    await clock.advance(35);
    expect(ran).toEqual([10, 20, 30]);
    expect(clock.now()).toBe(35);
  });

  test('lets promises settle between two timers', async () => {
    const clock = createManualClock(0);
    const seen: string[] = [];
    clock.after(1, () => {
      void (async () => {
        await Promise.resolve();
        await Promise.resolve();
        seen.push('promise of the first');
      })();
    });
    clock.after(1, () => seen.push('second'));
    await clock.advance(1);
    expect(seen).toEqual(['promise of the first', 'second']);
  });

  test('forgets what was taken back', async () => {
    const clock = createManualClock(0);
    let ran = false;
    const cancel = clock.after(10, () => {
      ran = true;
    });
    cancel();
    await clock.advance(100);
    expect(ran).toBe(false);
  });

  test('adds up two moves that overlap', async () => {
    const clock = createManualClock(0);
    await Promise.all([clock.advance(10), clock.advance(5)]);
    expect(clock.now()).toBe(15);
  });

  test('never runs backwards', () => {
    const clock = createManualClock(0);
    expect(() => clock.advance(-1)).toThrow(RangeError);
    expect(() => clock.advance(Number.NaN)).toThrow(RangeError);
  });
});

describe('the clock of the system', () => {
  test('tells the time and runs timers', async () => {
    const clock = createSystemClock();
    const before = Date.now();
    await new Promise<void>((resolve) => {
      clock.after(20, resolve);
      // Its own timers do not keep the process alive, so this one does for as long as the test lasts.
      setTimeout(() => {}, 1_000);
    });
    expect(clock.now() - before).toBeGreaterThanOrEqual(19);
  });

  test('does not fire a timer of months at once', async () => {
    const clock = createSystemClock();
    let fired = false;
    const cancel = clock.after(90 * 24 * 3_600_000, () => {
      fired = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    cancel();
    expect(fired).toBe(false);
  });

  test('keeps no process alive', () => {
    const timersThatKeepAlive = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timersThatKeepAlive();
    const cancel = createSystemClock().after(60_000, () => {});
    expect(timersThatKeepAlive()).toBe(before);
    cancel();
  });
});
