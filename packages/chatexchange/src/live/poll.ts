import { sleep, type Clock } from '@x/http-core';
import type { DialContext } from '@x/http-core/live';
import type { LiveConnection } from './line.js';
import type { News } from './news.js';
import type { Positions } from './positions.js';
import { survivable } from './survivable.js';

/** What polling is made of. */
export interface PollParts {
  readonly news: News;
  readonly positions: Positions;
  readonly clock: Clock;
}

const pollMs = 3000;
const quietPollMs = 15_000;
/** After so long without news it asks less often. */
const quietAfterMs = 20 * 60_000;
const mostFailures = 3;

/** Asks for news every few seconds, for as long as sockets fail. Three polls in a row that fail are its end. */
export async function openPoll(
  { news, positions, clock }: PollParts,
  { signal, renew }: Pick<DialContext, 'signal' | 'renew'>,
): Promise<LiveConnection> {
  const closing = new AbortController();
  const ending = AbortSignal.any([signal, closing.signal]);
  let heardAt = clock.now();

  async function once(): Promise<void> {
    const frame = await news.poll();
    if (ending.aborted) return;
    if (frame.rooms.some(([, { events }]) => events.length > 0)) heardAt = clock.now();
    await news.take(
      { newest: undefined, entered: new Set(positions.rooms.keys()), isContinuous: false },
      frame,
    );
  }

  async function run(): Promise<unknown> {
    for (let failures = 0; ;) {
      try {
        // It stands for an open socket, and keeps the process alive like one.
        await sleep(clock.now() - heardAt > quietAfterMs ? quietPollMs : pollMs, ending, clock);
      } catch {
        return undefined;
      }
      try {
        await once();
        failures = 0;
      } catch (error) {
        failures += 1;
        const told = survivable(error);
        if (failures === mostFailures || told === error) return told;
      }
    }
  }

  await once();
  const ended = run();
  return {
    via: 'poll',
    primary: undefined,
    renew,
    ended,
    close: async () => {
      closing.abort();
      await Promise.resolve();
    },
    // The next poll asks for every room that there is.
    enter: () => Promise.resolve(),
  };
}
