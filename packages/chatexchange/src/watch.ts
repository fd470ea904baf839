/// <reference lib="esnext.disposable" preserve="true" />
import { isServiceError } from '@x/http-core';
import { createQueue, type Emitter } from '@x/http-core/live';
import { fail } from './errors.js';
import type { ChatEvent, LiveEventMap } from './events.js';
import type { Room } from './model/room.js';

/** What listeners can be told. */
export interface ListenOptions {
  /** Ends the listening. */
  readonly signal?: AbortSignal | undefined;
}

/** Events as they come, for one reader: for `for await`. */
export interface EventIterator<T> extends AsyncIterableIterator<T> {
  /** Ends the listening. */
  return(): Promise<IteratorResult<T>>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Those who listen. */
export interface Watch {
  watch(room: Room, callback: (event: ChatEvent) => unknown, options?: ListenOptions): () => void;
  /** The events of a room, or with `undefined` of all, that `pick` makes something of. */
  iterate<T>(room: Room | undefined, pick: (event: ChatEvent) => T | undefined): EventIterator<T>;
  /** Ends the iterators of a room, or all. */
  end(room: Room | undefined, error?: unknown): void;
}

/** What listening is made of. */
export interface WatchParts {
  readonly emitter: Emitter<LiveEventMap>;
  readonly join: (room: Room) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

export function createWatch({ emitter, join, onError }: WatchParts): Watch {
  const open = new Set<{ readonly room: Room | undefined; readonly end: (error?: unknown) => void }>();

  return {
    watch(room, callback, options) {
      const off = emitter.on(
        'event',
        (event) => (event.room === room ? callback(event) : undefined),
        options,
      );
      join(room).catch((error: unknown) => {
        // Who closes the client, or leaves the room, need not be told that.
        if (!isServiceError(error) || error.kind !== 'closed') onError(error);
      });
      return off;
    },
    iterate<T>(room: Room | undefined, pick: (event: ChatEvent) => T | undefined): EventIterator<T> {
      const queue = createQueue<T>({
        tooSlow: (limit) =>
          fail('usage', 'SLOW_CONSUMER', `${limit} events wait to be read: read faster, or do less for each`),
        onEnd: () => {
          off();
          open.delete(entry);
        },
      });
      const entry = {
        room,
        end: (error?: unknown) => {
          queue.end(error);
        },
      };
      const off = emitter.on('event', (event) => {
        if (room !== undefined && event.room !== room) return;
        const picked = pick(event);
        if (picked !== undefined) queue.push(picked);
      });
      open.add(entry);
      if (room !== undefined) join(room).catch(entry.end);
      const finish = async (): Promise<IteratorResult<T>> =>
        (await queue.return?.()) ?? { done: true, value: undefined };
      const iterator: EventIterator<T> = {
        next: () => queue.next(),
        return: finish,
        [Symbol.asyncIterator]: () => iterator,
        [Symbol.asyncDispose]: async () => {
          await finish();
        },
      };
      return iterator;
    },
    end(room, error) {
      for (const entry of open) if (room === undefined || entry.room === room) entry.end(error);
    },
  };
}
