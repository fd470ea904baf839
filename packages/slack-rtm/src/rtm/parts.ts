import type { Clock } from '@x/http-core';
import type { CatchUpOptions } from '../catch-up/catch-up-options.js';
import type { CatchUp } from '../catch-up/catch-up.js';
import type { Pacers } from '../pace/channel-pacers.js';
import type { EventStream } from '../live/event-stream.js';
import { eventOf, type GapEvent, type SlackFrame } from '../events.js';
import type { Arrival } from '../live/keep-connected.js';
import { createLatePresence } from './late-presence.js';
import { createOutbox, type Outbox } from './outbox.js';
import type { Pacer } from '../pace/pacer.js';
import { createReplies, type Reply } from './replies.js';
import { createTyping } from './typing.js';
import type { SlackRtm } from '../types/slack-rtm.js';

/** What RTM says of frames of presence and typing that come too fast. */
const rateLimited = 17;

/** What a catch-up is told by the parts. */
type CatchUpParts = Omit<CatchUpOptions, 'web' | 'wants' | 'maxCalls'>;

/** What is done with a connection of RTM, whichever connection that is at the moment. */
export interface RtmParts extends Pick<
  SlackRtm,
  'typing' | 'subscribePresence' | 'unsubscribePresence' | 'queryPresence'
> {
  readonly send: Outbox['send'];
  /** Has what was missed in gaps fetched from now on. */
  readonly use: (make: (options: CatchUpParts) => CatchUp) => void;
  /** A frame that answers one of ours. */
  readonly answered: (reply: SlackFrame) => void;
  /** Something that happened: each once, in order, before anybody is told of it. */
  readonly hear: (frame: SlackFrame) => void;
  /** A connection is there: before anything of it is heard. */
  readonly ready: (arrival: Arrival) => void;
  /** Something is missing, though a connection is there. */
  readonly missed: (gap: GapEvent) => void;
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
  /** The pace of a connection, and of each of its channels. */
  readonly pacer: Pacer;
  readonly pacers: Pacers;
  /** How long a message may wait for a sign that it arrived. */
  readonly ackTimeoutMs: number;
}): RtmParts {
  const { clock, stream, nextId, write, selfId, pacer, pacers, ackTimeoutMs } = options;
  let catchUp: CatchUp | undefined;
  const replies = createReplies(clock, ackTimeoutMs, (message, ts) => catchUp?.sent(message, ts));
  const outbox = createOutbox({ clock, pacer, pacers, replies, nextId, write });
  let isReady = false;
  /** Until when Slack wants to hear nothing of presence and typing. */
  let quietUntil = 0;
  const quietMs = (): number => quietUntil - clock.now();
  const isWelcome = (): boolean => isReady && quietMs() <= 0;
  const presence = createLatePresence({ clock, nextId, quietMs, isReady: () => isReady, write });
  const { subscribePresence, unsubscribePresence, queryPresence } = presence;

  /** Whether a message is one that was sent from here; if it was in doubt, it no longer is. */
  const isSent = (frame: SlackFrame): boolean => frame['user'] === selfId() && replies.seen(frame as Reply);

  function slowDown(error: unknown): void {
    const { code, retry_after: seconds } = Object(error) as Readonly<Record<string, unknown>>;
    if (typeof seconds !== 'number') return;
    quietUntil = Math.max(quietUntil, clock.now() + seconds * 1000);
    // That one is about presence and typing only.
    if (code !== rateLimited) pacer.pause(seconds * 1000);
  }

  function missed(gap: GapEvent): void {
    stream.tell(gap);
    catchUp?.begin(gap);
  }

  return {
    send: async (channel, text, given) => outbox.send(channel, text, given),
    typing: createTyping({ clock, nextId, isWelcome, write }),
    subscribePresence,
    unsubscribePresence,
    queryPresence,
    use(make) {
      catchUp ??= make({
        clock,
        tell: (frame) => {
          stream.tell(eventOf(frame), frame, true);
        },
        done: (event) => {
          stream.tell(event, undefined, true);
        },
        isSent,
        doubts: () => replies.doubts(),
      });
    },
    answered(reply) {
      replies.settle(reply as Reply);
    },
    hear(frame) {
      if (frame.type === 'error') slowDown(frame['error']);
      if (frame.type === 'message') isSent(frame);
      if (catchUp?.take(frame) !== true) stream.tell(eventOf(frame), frame);
    },
    ready({ gap }) {
      if (gap === undefined) catchUp?.begin(undefined);
      else missed(gap);
      isReady = true;
      outbox.turn('ready');
      presence.current?.renew();
    },
    missed,
    away() {
      isReady = false;
      outbox.turn('away');
      catchUp?.lose();
      presence.current?.lose();
    },
    closed() {
      isReady = false;
      outbox.turn('closed');
      replies.end();
      catchUp?.end();
      presence.current?.lose();
    },
  };
}
