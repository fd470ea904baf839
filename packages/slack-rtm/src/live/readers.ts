import { createQueue, type Queue } from '@x/http-core/live';
import { slackError } from '../errors.js';
import type { SlackEvent } from '../events.js';

/** Those who read events one after the other, each at their own pace. */
export interface Readers {
  /** Begins to collect, from now on, the events that `wants` takes. */
  open<Event extends SlackEvent>(wants: (event: SlackEvent) => event is Event): AsyncIterableIterator<Event>;
  /** Gives them an event; tells how many wanted it. One `beyond` what happens just now makes nobody too slow. */
  push(event: SlackEvent, beyond?: boolean): number;
  /** There will be no more; with an error, for a reason. */
  end(error?: unknown): void;
}

interface Reader extends Pick<Queue<SlackEvent>, 'end'> {
  /** Whether they want it. */
  push(event: SlackEvent, beyond?: boolean): boolean;
}

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
        push(event, beyond) {
          const isWanted = wants(event);
          if (isWanted) queue.push(event, beyond);
          return isWanted;
        },
        end(error) {
          queue.end(error);
        },
      };
      if (over === undefined) readers.add(reader);
      else queue.end(over.error);
      return queue;
    },
    push(event, beyond) {
      let count = 0;
      for (const reader of readers) if (reader.push(event, beyond)) count += 1;
      return count;
    },
    end(error) {
      over ??= { error };
      for (const reader of readers) reader.end(error);
    },
  };
}
