/** Items that come when they come, for one reader who takes them when they can. */
export interface Queue<T> extends AsyncIterableIterator<T> {
  push(item: T): void;
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
export function createQueue<T>(options: QueueOptions): Queue<T> {
  const { limit = 10_000, tooSlow, onEnd } = options;
  let items: T[] = [];
  /** Where the next item is: taking it from the front of a long array would move all the others. */
  let first = 0;
  let ended: { readonly error?: unknown } | undefined;
  let waiting: (() => void)[] = [];

  function wake(): void {
    const all = waiting;
    waiting = [];
    for (const each of all) each();
  }

  function end(error?: unknown): void {
    if (ended !== undefined) return;
    ended = error === undefined ? {} : { error };
    onEnd?.();
    wake();
  }

  return {
    push(item) {
      if (ended !== undefined) return;
      if (items.length - first >= limit) {
        end(tooSlow(limit));
        return;
      }
      items.push(item);
      wake();
    },
    end,
    async next() {
      for (;;) {
        if (first < items.length) {
          const value = items[first] as T;
          first += 1;
          if (first === items.length) {
            items = [];
            first = 0;
          }
          return { done: false, value };
        }
        if (ended !== undefined) {
          const { error } = ended;
          // Once, and from then on it is simply over.
          ended = {};
          if (error !== undefined) throw error;
          return { done: true, value: undefined };
        }
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
    },
    async return() {
      items = [];
      first = 0;
      end();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
