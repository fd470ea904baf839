import { isServiceError, sleep } from '@x/http-core';
import type { Dial, DialContext } from '@x/http-core/live';
import { openLine, type LineParts, type LiveConnection } from './line.js';
import { createNews, type NewsParts } from './news.js';
import { createPipeline } from './pipeline.js';
import { openPoll } from './poll.js';
import { survivable } from './survivable.js';

const mostSocketFailures = 3;
const socketAgainMs = 30_000;
const maxSocketAgainMs = 600_000;

/** What connections are made of. */
export type DialParts = Omit<LineParts, 'news' | 'pipeline'> & NewsParts;

/**
 * Makes connections: sockets; after three that failed in a row, polling, beside which a socket is tried again after 30 s,
 * then after twice as long each time.
 */
export function createDial(given: DialParts): Dial<LiveConnection> {
  const { clock } = given;
  const news = createNews(given);
  const parts = { ...given, news, pipeline: createPipeline(news) };
  let failures = 0;
  /** The poll that serves now, and what stops waiting when it is over. */
  let polling: { readonly over: AbortSignal } | undefined;

  async function dialSocket(context: DialContext): Promise<LiveConnection> {
    try {
      const line = await openLine(parts, context);
      failures = 0;
      renewLater(line);
      return line;
    } catch (error) {
      failures += 1;
      throw survivable(error);
    }
  }

  /** Not all clients at the same time. */
  function renewLater(line: LiveConnection): void {
    const { renewMs } = given.settings;
    if (renewMs === undefined) return;
    const cancel = clock.after(renewMs * (0.75 + Math.random() / 2), line.renew);
    void line.ended.then(cancel);
  }

  async function dialPoll(context: DialContext): Promise<LiveConnection> {
    let poll: LiveConnection;
    try {
      poll = await openPoll(parts, context);
    } catch (error) {
      // A socket is worth a try again.
      failures = mostSocketFailures - 1;
      throw survivable(error);
    }
    const over = new AbortController();
    const cancel = clock.after(socketAgainMs, context.renew);
    polling = { over: over.signal };
    const ended = poll.ended.finally(() => {
      cancel();
      polling = undefined;
      over.abort();
    });
    return Object.assign(poll, { ended });
  }

  /** While a poll serves, sockets are tried with long pauses between. */
  async function dialBeside(over: AbortSignal, context: DialContext): Promise<LiveConnection> {
    for (let waitMs = 2 * socketAgainMs; ; waitMs = Math.min(2 * waitMs, maxSocketAgainMs)) {
      try {
        return await dialSocket(context);
      } catch (error) {
        if (!isServiceError(error) || !error.retryable || over.aborted) throw error;
        const stopped = await sleep(waitMs, AbortSignal.any([over, context.signal]), clock).then(
          () => false,
          () => true,
        );
        if (stopped) throw error;
      }
    }
  }

  return (context) => {
    if (polling !== undefined) return dialBeside(polling.over, context);
    return failures < mostSocketFailures ? dialSocket(context) : dialPoll(context);
  };
}
