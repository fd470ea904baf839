import { createQueue, type Queue } from '@x/http-core/live';
import { slackError } from './errors.js';
import type { SlackEvent } from './events.js';

/** Those who read events one after the other, each at their own pace. */
export interface Readers {
  /** Begins to collect, from now on, the events that `wants` takes. */
  open<Event extends SlackEvent>(wants: (event: SlackEvent) => event is Event): AsyncIterableIterator<Event>;
  push(event: SlackEvent): void;
  /** There will be no more; with an error, for a reason. */
  end(error?: unknown): void;
}

type Reader = Pick<Queue<SlackEvent>, 'push' | 'end'>;

/** Makes a place for readers. One who falls too far behind is let go; the others are not held up. */
export function createReaders(): Readers {
  const readers = new Set<Reader>();
  let over: { readonly error: unknown } | undefined;

  return {
    open<Event extends SlackEvent>(wants: (event: SlackEvent) => event is Event) {
      const queue: Queue<Event> = createQueue({
        tooSlow: (limit) =>
          slackError('usage', 'SLOW_CONSUMER', `a reader of events is ${limit} behind; listen with on()`),
        onEnd: () => {
          readers.delete(reader);
        },
      });
      const reader: Reader = {
        push(event) {
          if (wants(event)) queue.push(event);
        },
        end(error) {
          queue.end(error);
        },
      };
      if (over === undefined) readers.add(reader);
      else queue.end(over.error);
      return queue;
    },
    push(event) {
      for (const reader of readers) reader.push(event);
    },
    end(error) {
      over ??= { error };
      for (const reader of readers) reader.end(error);
    },
  };
}
