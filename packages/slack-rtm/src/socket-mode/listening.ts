import type { EventStream } from '../live/event-stream.js';
import type { Acknowledgement } from './acknowledgement.js';

/** Those who listen and read, seen from what they are told: it knows when they have done with it. */
export interface Listening extends Pick<EventStream, 'on' | 'events' | 'messages'> {
  /** Tells something that came in an envelope, and has the acknowledgement wait for all who hear of it. */
  during(acknowledgement: Acknowledgement, tell: () => void): void;
  /** Whether anybody has ever listened to this type. */
  hears(type: string): boolean;
  /** Tells an event to readers and listeners. */
  readonly tell: EventStream['tell'];
}

/** Makes a stream of events see who is not done with what. */
export function createListening(stream: EventStream): Listening {
  /** What is being told at this moment. */
  let current: Acknowledgement | undefined;
  const unread = new WeakMap<object, Acknowledgement>();
  const heard = new Set<string>();

  function listenerOf(listener: (event: never) => unknown): (event: never) => unknown {
    return (event) => {
      const acknowledgement = current;
      if (acknowledgement === undefined) return listener(event);
      acknowledgement.hold();
      try {
        const done = listener(event);
        if (isThenable(done)) done.then(acknowledgement.release, acknowledgement.fail);
        else acknowledgement.release();
        return done;
      } catch (error) {
        acknowledgement.fail();
        throw error;
      }
    };
  }

  /** Lets go of what it hands over. */
  function handingOver<Event extends object>(
    reader: AsyncIterableIterator<Event>,
  ): AsyncIterableIterator<Event> {
    return {
      async next() {
        const result = await reader.next();
        if (result.done !== true) unread.get(result.value)?.release();
        return result;
      },
      async return() {
        await reader.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  return {
    during(acknowledgement, tell) {
      const before = current;
      current = acknowledgement;
      try {
        tell();
      } finally {
        current = before;
      }
    },
    tell(event, frame) {
      const readers = stream.tell(event, frame);
      if (readers === 0 || current === undefined) return readers;
      unread.set(event, current);
      for (let reader = 0; reader < readers; reader += 1) current.hold();
      return readers;
    },
    on: (
      type: string,
      listener: (event: never) => unknown,
      given?: { readonly signal?: AbortSignal | undefined },
    ) => {
      heard.add(type);
      return stream.on(type as never, listenerOf(listener), given);
    },
    hears: (type) => heard.has(type),
    events: () => handingOver(stream.events()),
    messages: () => handingOver(stream.messages()),
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (Object(value) as Partial<PromiseLike<unknown>>).then === 'function';
}
