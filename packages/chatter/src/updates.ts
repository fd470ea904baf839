import { checkNumber, isServiceError, sleep, systemClock, type Fields } from '@x/http-core';
import { callOf, send } from './chain.js';
import { createChanges } from './changes.js';
import { itemsOf } from './page-items.js';
import { followPages, pathOf } from './pages.js';
import { refuse, requireNode } from './refuse.js';
import type { ChatterCallOptions } from './types/call.js';
import type { Get } from './types/node.js';
import type { ItemOf, Page } from './types/page.js';

/** A page of a feed that can be asked for what has changed since. */
export interface UpdatesPage extends Page {
  readonly nextPageUrl: string | null;
  /** Names the state of the feed at this moment. */
  readonly updatesToken?: string | null;
  /** Where the changes since then are; `null` where a feed does not tell them. */
  readonly updatesUrl?: string | null;
}

/** What can be said about following a feed. */
export interface UpdatesOptions extends ChatterCallOptions {
  /** The `token` of an earlier run, to go on from there. Default: what changes from now on. */
  readonly since?: string | undefined;
  /**
   * The shortest time between two polls, in milliseconds. Default 60,000: Salesforce asks for no more than one a minute.
   */
  readonly intervalMs?: number | undefined;
  /** How long it may grow while nothing happens, in milliseconds. Default 300,000, and never less than `intervalMs`. */
  readonly maxIntervalMs?: number | undefined;
  /** Hears of a failure that the next poll may mend, and in how many milliseconds that is. */
  readonly onPause?: ((error: unknown, pauseMs: number) => void) | undefined;
}

/** What changes in a feed, as it changes. */
export interface Updates<Item> extends AsyncIterable<Item> {
  /**
   * What to give as `since` the next time: everything up to the element that was handed out last is behind it.
   * `undefined` until the feed has answered. A text of one or more lines: the service's own token, and what of the
   * answer after it has been handed out already.
   */
  readonly token: string | undefined;
}

/**
 * Follows a feed: elements that are posted, edited, commented on, in the order in which that happened, each once per
 * change. Asks `updatesUrl` as the service gives it, once a minute at most unless told otherwise, and more seldom while
 * nothing happens. What is deleted just vanishes; the service does not tell.
 *
 * A failure that may pass (no network, maintenance) is waited out, and so is the hourly limit, whose pause the error
 * names. Anything else ends the iteration with its error. `break` ends it cleanly; iterating once more goes on from
 * `token`.
 *
 * @param node A feed that tells its changes: `feed_elements` of news, record, company, files, filter, groups, people and
 * streams.
 * @throws `usage` / `INVALID_REQUEST` at once for what is no chain, and for an interval that is no whole number from 1; at
 * the first iteration for a feed that does not tell its changes. Else as any call does.
 * @example
 * ```ts
 * import { createChatter, toText, updates } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const news = updates(chatter.feeds.news.me.feed_elements, { since: undefined });
 * for await (const element of news) {
 *   console.log(toText(element.header), toText(element.body));
 *   console.log('to be saved for the next start:', news.token);
 * }
 * ```
 */
export function updates<Answer extends UpdatesPage, Query extends Fields = Fields>(
  node: Get<Answer, Query>,
  options: UpdatesOptions = {},
): Updates<ItemOf<Answer>> {
  const { client, path } = requireNode('updates', node);
  const { since, intervalMs = 60_000, maxIntervalMs = 300_000, onPause, ...given } = options;
  for (const [name, ms] of Object.entries({ intervalMs, maxIntervalMs })) {
    checkNumber((option, expected) => refuse(`${option} must be ${expected}`), name, ms, 1);
  }
  const { clock = systemClock } = client;
  const [first, ...before] = since?.split('\n') ?? [];
  const changes = createChanges(before);
  let token = first;
  // What has been handed out of the answer after the token.
  let handedOut = [...before];
  let address: string | undefined;
  let nextAt = 0;

  function moveTo({ updatesToken, updatesUrl }: UpdatesPage): void {
    token = updatesToken ?? token;
    address = updatesUrl ?? address;
    handedOut = [];
  }

  /** Asks once: for the page that names the next state, and what has changed. Without a state yet, nothing has. */
  async function poll(call: ChatterCallOptions): Promise<[UpdatesPage, unknown[]]> {
    const begins = address === undefined;
    const query = begins ? { ...call.query, updatedSince: token } : undefined;
    const page = (await send(client, callOf(pathOf(address ?? path), 'GET', query, call))) as UpdatesPage;
    if (begins && !page.updatesUrl) refuse('this feed does not tell its changes');
    if (!begins || token !== undefined) {
      return [page, changes.fresh(await followPages(client, async () => page, call).toArray())];
    }
    for (const item of itemsOf(page)) changes.add(item);
    return [page, []];
  }

  async function* run(call: ChatterCallOptions): AsyncGenerator<unknown, undefined> {
    let quiet = 0;
    for (;;) {
      await sleep(Math.max(0, nextAt - clock.now()), call.signal, clock);
      const asked = clock.now();
      /** Says when to ask again: later each time that nothing happens, and a little apart from others. */
      const pause = (leastMs = 0): void => {
        const grownMs = Math.max(intervalMs, Math.min(maxIntervalMs, intervalMs * 1.25 ** quiet));
        nextAt = Math.max(asked + grownMs * (1 + Math.random() / 10), clock.now() + leastMs);
        quiet += 1;
      };
      let polled;
      try {
        polled = await poll(call);
      } catch (error) {
        pause(pauseAfter(error));
        onPause?.(error, nextAt - clock.now());
        continue;
      }
      const [page, fresh] = polled;
      if (fresh.length === 0) moveTo(page);
      else quiet = 0;
      pause();
      for (const [index, item] of fresh.entries()) {
        handedOut.push(changes.add(item));
        // With the last one handed out, nothing before the page's state is left to do.
        if (index === fresh.length - 1) moveTo(page);
        yield item;
      }
    }
  }

  return {
    get token() {
      return token && [token, ...handedOut].join('\n');
    },
    [Symbol.asyncIterator]() {
      const ending = new AbortController();
      const signals = [ending.signal, ...(given.signal ? [given.signal] : [])];
      const call = { ...given, signal: AbortSignal.any(signals) };
      const iterator = run(call) as AsyncGenerator<ItemOf<Answer>, undefined>;
      return {
        async next() {
          try {
            return await iterator.next();
          } catch (error) {
            if (ending.signal.aborted) return { done: true, value: undefined };
            throw error;
          }
        },
        // Also while a poll is waited for.
        return() {
          ending.abort();
          return iterator.return(undefined);
        },
      };
    },
  };
}

/** How long a failure asks to be waited out, in milliseconds. One that cannot be is thrown. */
function pauseAfter(error: unknown): number {
  if (!isServiceError(error)) throw error;
  if (error.kind === 'rate-limit' && error.retryAfterMs !== undefined) return error.retryAfterMs;
  if (!error.retryable) throw error;
  return 0;
}
