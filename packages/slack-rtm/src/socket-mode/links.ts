import type { Clock } from '@x/http-core';
import {
  reconnecting,
  type ConnectionState,
  type DialContext,
  type Reconnecting,
  type StateEvent,
} from '@x/http-core/live';
import { slackError } from '../errors.js';
import { tooMany } from './disconnect.js';
import { createHurriedClock, type HurriedClock } from '../live/hurried-clock.js';
import { createReplacing, type Replacing } from '../live/replacing.js';
import type { Link } from './link.js';
import { createTurns } from './turns.js';

/** How a connection ended. */
export interface Loss {
  /** Whether there is no other. */
  readonly isAway: boolean;
  /** Whether it was closed on purpose, with all that it had brought acknowledged. */
  readonly isOrderly: boolean;
}

/** How connections are made, and who hears of what. */
export interface LinksOptions {
  readonly count: number;
  readonly clock: Clock;
  /** Whether the next connection is made before one ends whose end is announced. */
  readonly overlap: boolean;
  readonly dial: (context: DialContext) => Promise<Link>;
  readonly onState: (event: StateEvent) => void;
  /** One is usable: before anything of it is heard. */
  readonly onLink: (link: Link) => void;
  /** One is over. */
  readonly onLoss: (link: Link, how: Loss) => void;
  /** There will be no other; with an error, for a reason. */
  readonly onClosed: (error: unknown) => void;
}

/** The connections of one client: each comes back by itself, and together they have one state. */
export interface Links extends Pick<Reconnecting<Link>, 'state' | 'connect'> {
  /** Ends all for good. Resolves within a second. */
  readonly close: () => Promise<void>;
  /** The service will soon end this one, or does: makes the next one first. */
  replace(link: Link): void;
}

/** One of them. While it is replaced it has two connections. */
interface Place {
  readonly live: Reconnecting<Link>;
  readonly clock: HurriedClock;
  readonly replacing: Replacing;
}

/** Keeps so many connections to Slack, opened one after the other. */
export function keepLinks(options: LinksOptions): Links {
  const { count, clock, overlap, dial, onState, onLink, onLoss, onClosed } = options;
  const turns = createTurns(clock);
  const open = new Map<Link, Place>();
  let state: ConnectionState = 'idle';
  let failure: unknown;
  let stopWatching = (): void => undefined;

  /** Makes one more connection for a place. */
  async function fill(place: Place, context: DialContext): Promise<Link> {
    const old = place.live.current;
    const link = await dial(context).catch(async (error: unknown) => {
      // Every connection that the app may have is there, and the one to be replaced is one of them.
      if (old === undefined || (error as { readonly code?: unknown }).code !== tooMany) throw error;
      await old.close();
      return dial(context);
    });
    open.set(link, place);
    void watch(link);
    return link;
  }

  async function watch(link: Link): Promise<void> {
    const reason = await link.ended;
    open.delete(link);
    if (state !== 'closed') onLoss(link, { isAway: open.size === 0, isOrderly: reason === undefined });
  }

  function createPlace(): Place {
    const hurried = createHurriedClock(clock);
    const live = reconnecting<Link>(
      async (context) => turns.take(context.signal, async () => fill(place, context)),
      {
        clock: hurried,
        fail: (kind, code, message) => slackError(kind, code, `Socket Mode ${message}`),
        onState(event) {
          move(place, event);
        },
      },
    );
    const place: Place = { live, clock: hurried, replacing: createReplacing(clock) };
    return place;
  }

  const places: readonly Place[] = Array.from({ length: count }, createPlace);

  /** What happens to one place, as something that happens to all. */
  function move({ live }: Place, event: StateEvent): void {
    if (state === 'closed') return;
    if (event.to === 'closed') {
      finish(event.error);
      return;
    }
    const from = state;
    if (places.some((place) => place.live.state === 'ready')) state = 'ready';
    else state = from === 'idle' || from === 'connecting' ? 'connecting' : 'reconnecting';
    // While another one serves, nobody need know of the trouble with this one.
    if (from === 'idle') void watchLife();
    if (state !== from || (state !== 'ready' && event.error !== undefined)) {
      onState({ ...event, from, to: state });
    }
    if (event.to === 'ready' && live.current !== undefined) onLink(live.current);
  }

  /** A page goes to sleep and wakes up, and says so; other runtimes do not. */
  async function watchLife(): Promise<void> {
    if (!('addEventListener' in globalThis)) return;
    const { watchPage } = await import('../live/page-life.js');
    if (state === 'closed') return;
    stopWatching = watchPage({
      leave(code, message) {
        const reason = slackError('network', code, `Socket Mode: ${message}`, { retryable: true });
        for (const link of open.keys()) link.end(reason);
      },
      wake() {
        for (const link of open.keys()) link.check();
        for (const place of places) place.clock.hurry();
      },
    });
  }

  function finish(error?: unknown): void {
    if (state === 'closed') return;
    stopWatching();
    const from = state;
    state = 'closed';
    failure = error;
    onState({ from, to: 'closed', ...(error !== undefined && { error }) });
    onClosed(error);
    for (const { live } of places) void live.close();
  }

  return {
    get state() {
      return state;
    },
    async connect(given) {
      const wasClosed = state === 'closed';
      try {
        await Promise.race(places.map(async ({ live }) => live.connect(given)));
      } catch (error) {
        // What ends one of them ends the others, who say only that they were ended.
        const isCause = wasClosed || failure === undefined || given?.signal?.aborted === true;
        throw isCause ? error : failure;
      }
    },
    async close() {
      const all = [...open.keys()];
      finish();
      await Promise.all([
        ...places.map(async ({ live }) => live.close()),
        // One that was replaced may still be saying good-bye.
        ...all.map(async (link) => link.close()),
      ]);
    },
    replace(link) {
      if (overlap) open.get(link)?.replacing.begin(link);
    },
  };
}
