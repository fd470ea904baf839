import type { Clock } from '@x/http-core';
import type { EventStream } from './event-stream.js';
import { eventOf, type SlackFrame } from './events.js';
import type { Arrival } from './keep-connected.js';
import { createOutbox, type Outbox } from './outbox.js';
import { createPacer } from './pacer.js';
import { createReplies, type Reply } from './replies.js';
import { createTyping } from './typing.js';
import type { SlackRtm } from './types/slack-rtm.js';

/** What is done with a connection of RTM, whichever connection that is at the moment. */
export interface RtmParts extends Pick<SlackRtm, 'typing'> {
  readonly send: Outbox['send'];
  /** A frame that answers one of ours. */
  readonly answered: (reply: SlackFrame) => void;
  /** Something that happened: each once, in order, before anybody is told of it. */
  readonly hear: (frame: SlackFrame) => void;
  /** A connection is there: before anything of it is heard. */
  readonly ready: (arrival: Arrival) => void;
  /** It was lost. */
  readonly away: () => void;
  /** There will be no other. */
  readonly closed: () => void;
}

/** Makes the parts, and joins them. */
export function createRtmParts(options: {
  readonly clock: Clock;
  readonly stream: EventStream;
  /** The next id of a frame. */
  readonly nextId: () => number;
  /** Does nothing without a connection. */
  readonly write: (frame: object) => void;
  /** Whose token it is. */
  readonly selfId: () => string | undefined;
}): RtmParts {
  const { clock, stream, nextId, write, selfId } = options;
  const replies = createReplies(clock);
  const pacer = createPacer(clock);
  const outbox = createOutbox({ clock, pacer, replies, nextId, write });

  function pause(seconds: unknown): void {
    if (typeof seconds === 'number') pacer.pause(seconds * 1000);
  }

  return {
    send: async (channel, text, given) => outbox.send(channel, text, given),
    typing: createTyping({ clock, nextId, write }),
    answered(reply) {
      const refused = replies.settle(reply as Reply);
      if (refused?.retryAfterMs !== undefined) pause(1);
    },
    hear(frame) {
      if (frame.type === 'error') pause((frame['error'] as Reply['error'])?.retry_after);
      if (frame.type === 'message' && frame['user'] === selfId()) replies.seen(frame as Reply);
      stream.tell(eventOf(frame), frame);
    },
    ready({ gap }) {
      if (gap !== undefined) stream.tell(gap);
      outbox.turn('ready');
    },
    away() {
      outbox.turn('away');
    },
    closed() {
      outbox.turn('closed');
      replies.end();
    },
  };
}
