import { fail } from '../errors.js';
import type { Frame } from '../parse/frame.js';
import type { Line, News } from './news.js';

/** A line whose frames are taken in. */
export interface Fed {
  readonly line: Line;
  /** Told when a frame could not be taken in; no other of the line is taken in after it. */
  readonly fail: (error: unknown) => void;
}

/** Frames of all connections, taken in one after the other: some have to wait for what is fetched in between. */
export interface Pipeline {
  /** Takes a frame in, at once if nothing is before it; `taken` is told when that is done. */
  push(from: Fed, frame: Frame, taken?: () => void): void;
}

interface Waiting {
  readonly from: Fed;
  readonly frame: Frame;
  readonly taken: (() => void) | undefined;
}

const mostWaiting = 1000;

export function createPipeline(news: News): Pipeline {
  const broken = new WeakSet<Fed>();
  let waiting: Waiting[] = [];
  let isBusy = false;

  function spoil(from: Fed, error: unknown): void {
    if (broken.has(from)) return;
    broken.add(from);
    waiting = waiting.filter((each) => each.from !== from);
    from.fail(error);
  }

  /** Whether it is done already. */
  function take(each: Waiting): boolean {
    const { from, frame, taken } = each;
    let mending: Promise<void> | undefined;
    try {
      mending = news.take(from.line, frame);
      if (mending === undefined) taken?.();
    } catch (error) {
      spoil(from, error);
    }
    if (mending !== undefined) void finish(each, mending);
    return mending === undefined;
  }

  async function finish({ from, taken }: Waiting, mending: Promise<void>): Promise<void> {
    isBusy = true;
    try {
      await mending;
      taken?.();
    } catch (error) {
      spoil(from, error);
    }
    isBusy = false;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) if (!take(next)) return;
  }

  return {
    push(from, frame, taken) {
      if (broken.has(from)) return;
      if (!isBusy) {
        take({ from, frame, taken });
        return;
      }
      waiting.push({ from, frame, taken });
      if (waiting.length > mostWaiting) {
        spoil(
          from,
          fail('protocol', 'FRAME_BACKLOG', `more than ${mostWaiting} frames wait`, { retryable: true }),
        );
      }
    },
  };
}
