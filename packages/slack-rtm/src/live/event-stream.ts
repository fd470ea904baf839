import { createEmitter } from '@x/http-core/live';
import type { SlackEvent, SlackFrame } from '../events.js';
import { createReaders } from './readers.js';
import type { NewMessage } from '../types/message.js';
import type { SlackLive } from '../types/slack-live.js';

/** No frame can pass itself off as one of these. */
const own = /^(state|gap|caughtUp|unknown|unreadable|latency)$/;

/** Messages that only tell of another one. */
const aboutAnother = /^message_(changed|deleted|replied)$/;

/** What a live client tells, and those who listen to it and read it. */
export interface EventStream extends Pick<SlackLive, 'on' | 'events' | 'messages'> {
  /**
   * Tells an event to readers and listeners; of one whose type is not known, listeners to that type get the frame as it came. One
   * that is told `beyond` what happens just now makes no reader too slow. Returns how many readers have yet to read it.
   */
  tell(event: SlackEvent, frame?: SlackFrame, beyond?: boolean): number;
  /** Tells listeners only: what is no event of the service. */
  emit(type: string, event: unknown): void;
  /** There will be no more; with an error, for a reason. */
  end(error?: unknown): void;
}

/** Makes a stream of events, the same for every way that they come. */
export function createEventStream(onListenerError?: (error: unknown) => void): EventStream {
  const emitter = createEmitter<Readonly<Record<string, unknown>>>(onListenerError);
  const readers = createReaders();

  return {
    tell(event, frame, beyond) {
      const count = readers.push(event, beyond);
      emitter.emit(event.type, event);
      if (event.type === 'message' && typeof event.subtype === 'string') {
        emitter.emit(`message::${event.subtype}`, event);
      }
      if (event.type === 'unknown' && frame !== undefined && !own.test(frame.type)) {
        emitter.emit(frame.type, frame);
      }
      return count;
    },
    emit: (type, event) => {
      emitter.emit(type, event);
    },
    end: (error) => {
      readers.end(error);
    },
    on: (
      type: string,
      listener: (event: never) => unknown,
      given?: { readonly signal?: AbortSignal | undefined },
    ) => emitter.on(type, listener as (event: unknown) => unknown, given),
    events: () => readers.open((event): event is SlackEvent => event.type !== undefined),
    messages: () =>
      readers.open(
        (event): event is NewMessage =>
          event.type === 'message' && event.hidden !== true && !aboutAnother.test(String(event.subtype)),
      ),
  };
}
