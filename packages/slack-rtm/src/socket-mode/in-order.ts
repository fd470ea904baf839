import type { Clock } from '@x/http-core';

/** Several connections may bring events that far apart from their order. */
const apartMs = 250;
/** How many are held at most. */
const limit = 10_000;

/** Puts events in the order in which they happened. */
export interface InOrder {
  /** Tells of an event when its turn has come; `at` is its timestamp. */
  hear(at: string, tell: () => void): void;
  /** What is older than anything that comes now may come until so many milliseconds from now. */
  waitFor(ms: number): void;
  /** Tells all that is left. */
  end(): void;
}

interface Held {
  readonly at: string;
  readonly tell: () => void;
  readonly since: number;
  isTold: boolean;
}

/** Makes a place where events of so many connections wait for older ones. */
export function createInOrder(clock: Clock, connections: number): InOrder {
  const settleMs = connections > 1 ? apartMs : 0;
  /** The oldest first. */
  const sorted: Held[] = [];
  /** As they came. */
  let arrived: Held[] = [];
  let until = -Infinity;
  let stop: (() => void) | undefined;

  /** Tells of one, and before it of all that are older. */
  function tellUpTo(held: Held): void {
    for (let next: Held | undefined; !held.isTold && (next = sorted.shift()) !== undefined;) {
      next.isTold = true;
      next.tell();
    }
  }

  function pump(): void {
    stop?.();
    stop = undefined;
    const now = clock.now();
    let count = 0;
    for (const held of arrived) {
      const isDue = held.isTold || Math.max(held.since + settleMs, until) <= now;
      if (!isDue && arrived.length - count <= limit) break;
      tellUpTo(held);
      count += 1;
    }
    arrived = arrived.slice(count);
    schedule();
  }

  function schedule(): void {
    const [first] = arrived;
    if (first === undefined || stop !== undefined) return;
    stop = clock.after(Math.max(first.since + settleMs, until) - clock.now(), pump);
  }

  return {
    hear(at, tell) {
      const held: Held = { at, tell, since: clock.now(), isTold: false };
      let index = sorted.length;
      while (index > 0 && (sorted[index - 1]?.at ?? '') > at) index -= 1;
      sorted.splice(index, 0, held);
      arrived.push(held);
      if (arrived.length > limit || clock.now() >= Math.max(held.since + settleMs, until)) pump();
      else schedule();
    },
    waitFor(ms) {
      until = Math.max(until, clock.now() + ms);
    },
    end() {
      stop?.();
      for (const held of arrived.splice(0)) tellUpTo(held);
    },
  };
}
