import { addMicros, isTs } from '../ts.js';

/** How many messages of each conversation, and threads, are remembered. */
const rememberedLimit = 200;

/** A conversation belongs to those that are active for so long after something happened there. */
const activeMs = 24 * 3_600_000;

/** Frames do not always come in the order of their timestamps: so far back it is looked whether one was left out. */
const disorderMicros = 2_000_000;

/** How far a conversation is known. */
export interface Place {
  /** Milliseconds since 1970, when something last happened. */
  activeAt: number;
  /** The newest message that was told. */
  last: string | undefined;
  /** Nothing up to here is missing. */
  floor: string | undefined;
  /** The messages that were told last, or sent from here and acknowledged. */
  readonly told: Set<string>;
  /** Threads in which something was said, with when. */
  readonly threads: Map<string, number>;
}

/** What is known of all conversations: what was told there, and where it can go on. */
export interface Places {
  /** Those in which something happened of late, the latest first. */
  active(): readonly string[];
  get(channel: string): Place | undefined;
  /** Something happens in a conversation. */
  touch(channel: string): Place;
  /** A thread in which something is said. */
  touchThread(channel: string, threadTs: string): void;
  /** A message was told. */
  told(channel: string, ts: string): void;
  /** A message that was sent from here is in the conversation: it is not told. */
  sent(channel: string, ts: string): void;
  /** It concerns nobody here any more. */
  leave(channel: string): void;
  /** After which message something may be missing; `otherwise` where none is known. */
  positionOf(channel: string, otherwise: string): string;
  /** After which message come all that are remembered, and those after `oldest`. */
  sinceOf(channel: string, oldest: string): string;
}

export function createPlaces(now: () => number): Places {
  const places = new Map<string, Place>();

  function touch(channel: string): Place {
    const place = places.get(channel) ?? {
      activeAt: 0,
      last: undefined,
      floor: undefined,
      told: new Set<string>(),
      threads: new Map<string, number>(),
    };
    place.activeAt = now();
    places.set(channel, place);
    return place;
  }

  function remember(place: Place, ts: string): void {
    place.told.add(ts);
    if (place.told.size <= rememberedLimit) return;
    const [oldest = ts] = place.told;
    place.told.delete(oldest);
    // One that was sent from here says nothing of what came before it: a deaf connection takes it, too.
    if (place.last !== undefined && oldest <= place.last) place.floor = later(place.floor, oldest);
  }

  return {
    active() {
      const since = now() - activeMs;
      for (const [channel, { activeAt, threads }] of places) {
        if (activeAt < since) places.delete(channel);
        for (const [threadTs, at] of threads) if (at < since) threads.delete(threadTs);
      }
      return [...places].toSorted(([, one], [, other]) => other.activeAt - one.activeAt).map(([id]) => id);
    },
    get: (channel) => places.get(channel),
    touch,
    touchThread(channel, threadTs) {
      const { threads } = touch(channel);
      // At the end, so that the oldest is the first.
      threads.delete(threadTs);
      threads.set(threadTs, now());
      const [oldest = ''] = threads.keys();
      if (threads.size > rememberedLimit) threads.delete(oldest);
    },
    told(channel, ts) {
      if (!isTs(ts)) return;
      const place = touch(channel);
      place.last = later(place.last, ts);
      // What was before the first was not missed.
      place.floor ??= ts;
      remember(place, ts);
    },
    sent(channel, ts) {
      if (isTs(ts)) remember(touch(channel), ts);
    },
    leave(channel) {
      places.delete(channel);
    },
    positionOf(channel, otherwise) {
      const { last, floor } = places.get(channel) ?? {};
      return later(floor, last === undefined ? otherwise : addMicros(last, -disorderMicros));
    },
    sinceOf(channel, oldest) {
      let since = oldest;
      for (const ts of places.get(channel)?.told ?? []) if (ts <= since) since = addMicros(ts, -1);
      return since;
    },
  };
}

/** Timestamps of this millennium sort as texts. */
function later(one: string | undefined, other: string): string {
  return one !== undefined && one > other ? one : other;
}
