import type { Clock } from '@x/http-core';
import {
  reconnecting,
  type Connection,
  type DialContext,
  type Reconnecting,
  type StateEvent,
} from '@x/http-core/live';
import { slackError } from '../errors.js';
import type { GapEvent, SlackFrame } from '../events.js';
import { createHurriedClock } from './hurried-clock.js';
import { isDeafness, type LiveConnection } from './connection.js';
import { loadPart } from './load-part.js';
import type { Overlap } from './overlap.js';
import { createReplacing } from './replacing.js';

/** Slack ends a connection after about eight hours. Before that it is replaced, and nothing is missed. */
const maxAgeMs = 7.5 * 3_600_000;
/** How many events Slack may tell again after a loss. */
const recentLimit = 200;
/** How long a connection that was replaced is still heard. */
const lingerMs = 1000;

/** What a connection that is heard from now on comes after. */
export interface Arrival {
  /** From when to when events may be missing; undefined when none are. */
  readonly gap: GapEvent | undefined;
  /** Whether the service says that it goes on where the last one ended. */
  readonly isResumed: boolean;
}

/** How a connection is made, and who hears of what. */
export interface KeepOptions {
  /** How errors name what is spoken. */
  readonly name: string;
  readonly clock: Clock;
  /** Whether the next connection is made before one ends whose end is announced. */
  readonly overlap: boolean;
  /** Makes a connection whose frames go to {@link KeptConnection.receive}; it may go on where the last one ended, if there was one. */
  readonly dial: (context: DialContext, mayResume: boolean) => Promise<LiveConnection>;
  /** Every frame of every connection, in order. `true`: it concerns that connection only, and is not heard. */
  readonly takes: (frame: SlackFrame, connection: LiveConnection) => boolean;
  /** What happened in the workspace: each frame once, in order, however many connections bring it. */
  readonly hear: (frame: SlackFrame) => void;
  readonly onState: (event: StateEvent) => void;
  /** A connection is used from now on: before anything of it is heard. */
  readonly onReady: (arrival: Arrival) => void;
  /** What a connection that was replaced brought last is missing: before anything of the next one is heard. */
  readonly onMissed: (gap: GapEvent) => void;
  /** The connection was lost, and there is no other yet. */
  readonly onAway: () => void;
  /** There will be no other; with an error, for a reason. */
  readonly onClosed: (error: unknown) => void;
}

/** A connection as its keeper has it. */
interface Kept extends Connection {
  readonly made: LiveConnection;
}

/** A connection that comes back. */
export interface KeptConnection extends Pick<Reconnecting<LiveConnection>, 'state' | 'connect'> {
  /** Ends it for good. Resolves within a second. */
  readonly close: () => Promise<void>;
  /** Writes to the connection that is used; without one it does nothing. */
  write(frame: object): void;
  readonly receive: (frame: SlackFrame, connection: LiveConnection) => void;
  /** The service will soon end this connection: makes the next one first. */
  replace(connection: LiveConnection): void;
}

/** Keeps a connection to Slack: says when it was away, and lets two of them overlap without anything missed or told twice. */
export function keepConnected(options: KeepOptions): KeptConnection {
  const { name, clock, takes, hear } = options;
  const hurried = createHurriedClock(clock);
  let overlap: Overlap | undefined;
  /** What was told last, the oldest overwritten first. */
  const recent: SlackFrame[] = [];
  let told = 0;
  const connections = new Set<LiveConnection>();
  /** The one that is used, and heard. */
  let adopted: LiveConnection | undefined;
  let awaySince: number | undefined;
  /** Ends the wait for what the one before it still brings. */
  let stopHandOver = (): void => undefined;
  /** Whether the last one brought no events: of what it missed, the service believes that it was heard. */
  let wasDeaf = false;
  const replaced = createReplacing(clock);
  let stopWatching = (): void => undefined;

  async function lose(connection: LiveConnection): Promise<void> {
    const reason = await connection.ended;
    connections.delete(connection);
    if (adopted !== connection) return;
    // What it brought is told, whoever it was still waiting for.
    stopHandOver();
    awaySince = connection.lastSeenAt;
    wasDeaf = isDeafness(reason);
    adopted = undefined;
    options.onAway();
  }

  const live = reconnecting<Kept>(
    async (context) => {
      overlap ??= (await loadPart(import('./overlap.js'))).createOverlap(clock);
      // What happens from now on may come by both; after a loss, what was told just before may come again.
      if (told > 0) overlap.begin(adopted === undefined ? recent : []);
      const made = await options.dial(context, adopted === undefined && !wasDeaf);
      connections.add(made);
      void lose(made);
      return {
        made,
        ended: made.ended,
        async close() {
          if (live.state === 'closed') {
            await made.close();
            return;
          }
          const stop = clock.after(lingerMs, () => void made.close());
          void made.ended.then(stop);
        },
      };
    },
    {
      clock: hurried,
      fail: (kind, code, message) => slackError(kind, code, `${name} ${message}`),
      onState(event) {
        const { current } = live;
        // A change of connections under way is no change of state.
        if (event.from !== 'ready' || event.to !== 'ready') options.onState(event);
        if (event.to === 'ready' && current !== undefined) adopt(current.made);
        if (event.from === 'idle' && event.to === 'connecting') void watch();
        if (event.to !== 'closed') return;
        stopWatching();
        options.onClosed(event.error);
      },
    },
  );

  /** Lets the next one be heard when all has been told that the former brought before: what is on its way there is older. */
  function handOver(former: LiveConnection, next: LiveConnection): void {
    let isOver = false;
    const finish = (isWhole: boolean): void => {
      if (isOver) return;
      isOver = true;
      stop();
      if (!isWhole && live.state !== 'closed') options.onMissed(gapOf(former.lastSeenAt, next));
      next.start();
    };
    const stop = clock.after(lingerMs, () => {
      finish(false);
    });
    stopHandOver = () => {
      finish(false);
    };
    void former.drain().then(finish);
  }

  function adopt(connection: LiveConnection): void {
    const former = adopted;
    stopHandOver();
    adopted = connection;
    overlap?.settle();
    const isResumed = connection.greeting['fast_reconnect'] === true && !wasDeaf;
    const gap = awaySince === undefined || isResumed ? undefined : gapOf(awaySince, connection);
    awaySince = undefined;
    wasDeaf = false;
    options.onReady({ gap, isResumed });
    if (former === undefined) connection.start();
    else handOver(former, connection);
    if (options.overlap) connection.renewAfter(maxAgeMs);
  }

  /** A page goes to sleep and wakes up, and says so; other runtimes do not. */
  async function watch(): Promise<void> {
    if (!('addEventListener' in globalThis)) return;
    const { watchPage } = await import('./page-life.js');
    if (live.state === 'closed') return;
    stopWatching = watchPage({
      leave(code, message) {
        adopted?.end(slackError('network', code, `${name}: ${message}`, { retryable: true }));
      },
      wake() {
        adopted?.check();
        hurried.hurry();
      },
    });
  }

  return {
    get state() {
      return live.state;
    },
    connect: async (given) => live.connect(given),
    async close() {
      // One that was replaced may still be saying good-bye.
      const all = [...connections];
      await Promise.all([live.close(), ...all.map((connection) => connection.close())]);
    },
    write: (frame) => adopted?.send(frame),
    receive(frame, connection) {
      // Who has closed wants to hear nothing more, whatever is still on its way.
      if (live.state === 'closed') return;
      if (takes(frame, connection) || overlap?.isRepeat(connection, frame) === true) return;
      recent[told++ % recentLimit] = frame;
      hear(frame);
    },
    replace(connection) {
      if (options.overlap) replaced.begin(connection);
    },
  };
}

/** What may be missing before a connection, since another was heard last: which may be later, when both are there. */
function gapOf(heardAt: number, { greetedAt }: LiveConnection): GapEvent {
  return { type: 'gap', from: new Date(Math.min(heardAt, greetedAt)), to: new Date(greetedAt) };
}
