/** Items that come when they come, for one reader who takes them when they can. */
export interface Queue<T> extends AsyncIterableIterator<T> {
  /** With `beyond`, an item that does not count: it was fetched on purpose, and the reader may take their time for it. */
  push(item: T, beyond?: boolean): void;
  /** No more will come: the reader gets what is there, and then the end, or the error. */
  end(error?: unknown): void;
}

/** What {@link createQueue} can be told. */
export interface QueueOptions {
  /** How many unread items end the queue. Default 10,000. */
  readonly limit?: number | undefined;
  /** Makes the error that a reader who is too slow gets, after what was there. */
  readonly tooSlow: (limit: number) => unknown;
  /** Told once when the queue is over, for whatever reason. */
  readonly onEnd?: (() => void) | undefined;
}

/**
 * Makes a queue. It is bounded: a reader who falls too far behind gets what is there and then an error, and nobody else
 * is held up by them.
 *
 * @example
 * ```ts
 * import { createQueue } from '@x/http-core/live';
 *
 * const queue = createQueue<string>({ tooSlow: () => new Error('too slow') });
 * queue.push('hello');
 * queue.end();
 * for await (const item of queue) console.log(item);
 * ```
 */
export function createQueue<T>({ limit = 10_000, tooSlow, onEnd }: QueueOptions): Queue<T> {
  // What came last, and what is read next, the latter backwards: so nothing is ever moved from the front of a long list.
  let coming: T[] = [];
  let going: T[] = [];
  /** How many more may come before the reader is too slow. */
  let room = limit;
  let over = false;
  let failure: unknown;
  let news: Promise<void> | undefined;
  let tell: (() => void) | undefined;

  function wake(): void {
    news = undefined;
    tell?.();
  }

  function end(error?: unknown): void {
    if (over) return;
    over = true;
    failure = error;
    onEnd?.();
    wake();
  }

  return {
    push(item, beyond) {
      if (over) return;
      if (beyond || room-- > 0) {
        coming.push(item);
        wake();
      } else end(tooSlow(limit));
    },
    end,
    async next() {
      for (;;) {
        if (!going.length) {
          // Newer runtimes have `toReversed`; this list is nobody else's.
          // oxlint-disable-next-line unicorn/no-array-reverse
          going = coming.reverse();
          coming = [];
        }
        if (going.length) {
          room += 1;
          return { done: false, value: going.pop() as T };
        }
        room = limit;
        if (over) {
          const error = failure;
          // Once, and from then on it is simply over.
          failure = undefined;
          if (error !== undefined) throw error;
          return { done: true, value: undefined };
        }
        await (news ??= new Promise((resolve) => {
          tell = resolve;
        }));
      }
    },
    async return() {
      coming = [];
      going = [];
      end();
      // Who has left is told of nothing any more.
      failure = undefined;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
