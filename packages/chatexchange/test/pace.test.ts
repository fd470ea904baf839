import { createManualClock } from '@x/emulators';
import { expect, test } from 'vitest';
import type { ChatExchangeOptions, Clock } from '../src/index.js';
import { connect, sent } from './emulator.js';

const count = 1000;

/** What was measured at the service: the wait after the last of so many posts within five minutes. */
const gapMs = (posts: number): number => Math.max(0, 4.82 * Math.log(posts) - 1.88) * 1000;

/** How long so many posts take for who knows to the millisecond when the next is allowed. */
function shortestMs(posts: number): number {
  const recent: number[] = [];
  let now = 0;
  for (let post = 0; post < posts; post += 1) {
    while (recent.length > 0 && now < (recent.at(-1) ?? 0) + gapMs(recent.length)) {
      now += 1;
      // The window forgets while one waits.
      if ((recent[0] ?? now) <= now - 300_000) recent.shift();
    }
    recent.push(now);
  }
  return now;
}

/** One clock for client and emulator that jumps to the next end of a pause whenever nothing is on its way. */
function createJumpingClock(): {
  readonly clock: Clock;
  readonly fetch: NonNullable<ChatExchangeOptions['fetch']>;
  readonly runUntil: (over: Promise<unknown>) => Promise<void>;
} {
  const manual = createManualClock();
  const waits = new Set<number>();
  let onTheirWay = 0;
  return {
    clock: {
      now: () => manual.now(),
      after(ms, callback, hold) {
        const at = manual.now() + ms;
        // Limits of time are no pauses.
        if (hold !== true) return manual.after(ms, callback);
        waits.add(at);
        const cancel = manual.after(ms, () => {
          waits.delete(at);
          callback();
        });
        return () => {
          waits.delete(at);
          cancel();
        };
      },
    },
    async fetch(input, init) {
      onTheirWay += 1;
      try {
        const answer = await fetch(input, init);
        return new Response(await answer.arrayBuffer(), answer);
      } finally {
        onTheirWay -= 1;
      }
    },
    async runUntil(over) {
      const state = { isOver: false };
      const watching = over.finally(() => {
        state.isOver = true;
      });
      while (!state.isOver) {
        await new Promise(setImmediate);
        if (onTheirWay === 0 && waits.size > 0) await manual.advance(Math.min(...waits) - manual.now());
      }
      await watching;
    },
  };
}

test.each([
  ['by what the service says', {}, 1.1, 2000],
  ['ahead', { paceAhead: true }, 1.01, 1000],
] as const)(
  `${count} messages wait %s and take hardly longer than they must`,
  { timeout: 60_000 },
  async (_how, options, mostTime, mostRequests) => {
    const { clock, fetch, runUntil } = createJumpingClock();
    const { emulator, chat } = await connect({ clock, fetch, ...options }, { clock });
    const room = chat.getRoom(1);
    await chat.login();
    emulator.control.throttle(true);
    const before = emulator.control.messages(1).length;
    const from = clock.now();
    const texts = Array.from({ length: count }, (_each, index) => `number ${index}`);
    const all = Promise.all(texts.map((text) => room.sendMessage(text)));
    await runUntil(all);
    const said = emulator.control.messages(1).slice(before);
    expect(said.map(({ source }) => source)).toEqual(texts);
    expect((await all).map(({ id }) => id)).toEqual(said.map(({ id }) => id));
    const requests = sent(emulator).filter((line) => line.endsWith('/messages/new')).length;
    expect((clock.now() - from) / shortestMs(count)).toBeLessThanOrEqual(mostTime);
    expect(requests).toBeLessThanOrEqual(mostRequests);
  },
);
