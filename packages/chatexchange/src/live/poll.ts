import { isServiceError, sleep, type Clock } from '@x/http-core';
import type { DialContext } from '@x/http-core/live';
import type { LiveConnection } from './line.js';
import type { News } from './news.js';
import type { Pipeline } from './pipeline.js';
import { survivable } from './survivable.js';

/** What polling is made of. */
export interface PollParts {
  readonly news: News;
  readonly pipeline: Pipeline;
  readonly clock: Clock;
}

const pollMs = 3000;
const quietPollMs = 15_000;
/** After so long without news it asks less often. */
const quietAfterMs = 20 * 60_000;
const mostFailures = 3;

/** Asks for news every few seconds, for as long as sockets fail. Three polls in a row that fail are its end. */
export async function openPoll(
  { news, pipeline, clock }: PollParts,
  { renew }: Pick<DialContext, 'renew'>,
): Promise<LiveConnection> {
  const closing = new AbortController();
  const ending = closing.signal;
  let heardAt = clock.now();

  async function once(): Promise<void> {
    const { line, frame } = await news.poll();
    if (ending.aborted) return;
    if (frame.rooms.some(([, { events }]) => events.length > 0)) heardAt = clock.now();
    await new Promise<void>((resolve, fail) => {
      pipeline.push({ line, fail }, frame, resolve);
    });
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
        const told = survivable(error, true);
        if (failures === mostFailures || !isServiceError(told) || !told.retryable) return told;
      }
    }
  }

  await once();
  const ended = run();
  return {
    via: 'poll',
    get isOver() {
      return ending.aborted;
    },
    primary: undefined,
    renew,
    ended,
    close: async () => {
      closing.abort();
      await Promise.resolve();
    },
    // The next poll asks for every room that there is.
    enter: () => Promise.resolve(),
    leave: () => undefined,
  };
}
