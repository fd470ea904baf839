import { sleep } from '@x/http-core';
import { conversationOf } from '../conversation-of.js';
import type { GapEvent, SlackFrame } from '../events.js';
import { markReplayed } from './replayed.js';
import type { Doubt } from '../rtm/replies.js';
import { addMicros, fromDate, isTs } from '../ts.js';
import type { HistoryMessage } from '../types/message.js';
import { createBudget, type Budget } from './budget.js';
import type { CatchUpOptions } from './catch-up-options.js';
import { fetchMissing } from './fetch-missing.js';
import { byTime, isNewMessage, threadOf } from './frames.js';
import type { Missing, Span } from './missing.js';
import { createPlaces } from './places.js';

/** How many live messages may wait for what was missed before them. */
const heldLimit = 10_000;

/** How long a message that was fetched may come over the connection, too. */
const lateMs = 60_000;

/** By how much an answer may be ahead of the connection, and how often it is looked whether it still is. */
const overtakenMs = 5000;
const lookMs = 50;

/** How far back it is looked in a conversation of which no message was told. */
const toleranceMicros = 2_000_000;

/** What was missed while the connection was away, fetched from the histories and told in its order. */
export interface CatchUp {
  /** Something happened. `true`: it is told later, or was told before. */
  take(frame: SlackFrame): boolean;
  /** A message that was sent from here was acknowledged. */
  sent(message: Doubt, ts: string): void;
  /** A connection is there: before anything of it is heard. */
  begin(gap: GapEvent | undefined): void;
  /** It was lost. What is not done is done with the next. */
  lose(): void;
  /** Nothing will be told any more. */
  end(): void;
}

export function createCatchUp(options: CatchUpOptions): CatchUp {
  const { clock, web, wants, maxCalls, isSent } = options;
  const places = createPlaces(() => clock.now());
  const missing = new Map<string, Missing>();
  /** What was fetched of late, by conversation. */
  const fetched = new Map<string, ReadonlySet<string>>();
  let fetchedUntil = 0;
  let heldCount = 0;
  /** The newest timestamp of all: up to there the connection told everything. */
  let newest: string | undefined;
  /** The newest message that came over a connection, told or not. */
  let heard = '';
  /** What was before this one was not missed. */
  let first: string | undefined;
  /** Where conversations begin of which nothing is known yet, until it is known which there are. */
  let unknownSince: string | undefined;
  let span: Span | undefined;
  let run = new AbortController();
  let isOver = false;

  const isWanted = (channel: string): boolean => wants === undefined || wants(channel);

  /** Takes in what is told now. */
  function note(frame: SlackFrame, channel: string): void {
    const { type, ts, event_ts: eventTs = ts } = frame;
    if (isTs(eventTs) && (newest === undefined || eventTs > newest)) newest = eventTs;
    first ??= newest;
    if (/^(channel|group|im|mpim)_(left|close|deleted)$/.test(type)) {
      places.leave(channel);
      return;
    }
    places.touch(channel);
    if (!isNewMessage(frame)) return;
    places.told(channel, frame.ts);
    const threadTs = threadOf(frame);
    if (threadTs !== undefined) places.touchThread(channel, threadTs);
  }

  function tell(frame: SlackFrame, channel: string): void {
    note(frame, channel);
    options.tell(frame);
  }

  function add(channel: string, otherwise: string): void {
    if (missing.has(channel)) return;
    const told = new Set(places.get(channel)?.told);
    const oldest = places.positionOf(channel, otherwise);
    missing.set(channel, { channel, oldest, since: places.sinceOf(channel, oldest), told, held: [] });
  }

  /** Nothing more is fetched of a conversation: what waited goes on. */
  function release(entry: Missing): void {
    const { channel, held } = entry;
    missing.delete(channel);
    heldCount -= held.length;
    for (const frame of held) tell(frame, channel);
  }

  /** Waits until the connection has told what was written up to then: an answer may overtake it. False for one that stays quiet. */
  async function reach(ts: string, signal: AbortSignal): Promise<boolean> {
    for (let waitedMs = 0; waitedMs < overtakenMs; waitedMs += lookMs) {
      if (heard >= ts) return true;
      await sleep(lookMs, signal, clock);
    }
    return false;
  }

  /** Tells what was missed in a conversation and what waited for it: by their time, since both may have come between each other. */
  function fill(entry: Missing, messages: ReadonlyMap<string, HistoryMessage>, to: Span): void {
    const { channel, oldest, told, held } = entry;
    if (missing.get(channel) !== entry) return;
    missing.delete(channel);
    heldCount -= held.length;
    fetched.set(channel, new Set(messages.keys()));
    fetchedUntil = clock.now() + lateMs;
    to.channels += 1;
    // What was told before the gap was asked for again, so that nothing is left out between.
    const sent = places.get(channel)?.told;
    const isMissing = (ts: string): boolean => ts > oldest && !told.has(ts) && sent?.has(ts) !== true;
    const missed = [...messages.values()]
      .filter(({ ts }) => isMissing(ts))
      .map((message): SlackFrame => Object.assign(message, { channel }));
    const live = held.filter((frame) => !isNewMessage(frame) || !messages.has(frame.ts));
    const isMissed = new Set(missed);
    for (const frame of [...missed, ...live].toSorted(byTime)) {
      if (isOver) return;
      if (!isMissed.has(frame)) {
        tell(frame, channel);
      } else if (isSent(frame)) {
        places.sent(channel, String(frame['ts']));
      } else {
        markReplayed(frame);
        to.messages += 1;
        tell(frame, channel);
      }
    }
  }

  /** Finds out in which conversations something may be missing of which nothing was heard. */
  async function findOthers(budget: Budget, to: Span): Promise<void> {
    if (unknownSince === undefined) return;
    const { items, truncated } = await budget.conversations();
    to.truncated ||= truncated;
    const own = new Set(items);
    for (const channel of own) if (isWanted(channel)) add(channel, unknownSince);
    unknownSince = undefined;
    for (const entry of missing.values()) if (!own.has(entry.channel) && !truncated) release(entry);
  }

  async function work(to: Span, signal: AbortSignal): Promise<void> {
    const budget = createBudget(web, maxCalls, signal);
    await findOthers(budget, to);
    await fetchMissing(missing.values(), {
      places,
      budget,
      span: to,
      reach: (ts) => reach(ts, signal),
      fill: (entry, messages) => {
        signal.throwIfAborted();
        fill(entry, messages, to);
      },
    });
  }

  async function fillAll(to: Span, signal: AbortSignal): Promise<void> {
    try {
      await work(to, signal);
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    if (signal.aborted) return;
    span = undefined;
    options.done({ type: 'caughtUp', ...to });
  }

  return {
    take(frame) {
      const channel = conversationOf(frame);
      if (channel === undefined) return false;
      if (frame.type === 'message') {
        if (isNewMessage(frame) && frame.ts > heard) heard = frame.ts;
        if (unknownSince !== undefined && isWanted(channel)) add(channel, unknownSince);
        const entry = missing.get(channel);
        if (entry !== undefined) {
          entry.held.push(frame);
          heldCount += 1;
          if (heldCount > heldLimit && span !== undefined) {
            span.truncated = true;
            release(entry);
          }
          return true;
        }
        if (fetched.size > 0) {
          if (clock.now() >= fetchedUntil) fetched.clear();
          else if (isNewMessage(frame) && fetched.get(channel)?.has(frame.ts) === true) return true;
        }
      }
      note(frame, channel);
      return false;
    },
    sent({ channel, threadTs }, ts) {
      places.sent(channel, ts);
      if (threadTs !== undefined) places.touchThread(channel, threadTs);
    },
    begin(gap) {
      if (gap !== undefined) {
        span ??= { from: gap.from, to: gap.to, messages: 0, channels: 0, truncated: false };
        span.to = gap.to;
        const earliest = addMicros(newest ?? fromDate(gap.from), -toleranceMicros);
        const otherwise = first !== undefined && first > earliest ? first : earliest;
        for (const { channel, threadTs } of options.doubts()) {
          if (threadTs === undefined) places.touch(channel);
          else places.touchThread(channel, threadTs);
        }
        for (const channel of places.active()) if (isWanted(channel)) add(channel, otherwise);
        if (wants !== undefined) unknownSince ??= otherwise;
      }
      // What is under way goes on when a connection was only replaced; a further gap is asked for with it.
      if (span === undefined || (gap === undefined && !run.signal.aborted)) return;
      run.abort();
      run = new AbortController();
      void fillAll(span, run.signal);
    },
    lose() {
      run.abort();
    },
    end() {
      isOver = true;
      run.abort();
    },
  };
}
