import type { Clock } from '@x/http-core';
import { reconnecting, type DialContext, type Reconnecting, type StateEvent } from '@x/http-core/live';
import { slackError } from './errors.js';
import type { GapEvent, SlackFrame } from './events.js';
import type { LiveConnection } from './live-connection.js';
import { createOverlap } from './overlap.js';

/** How often a connection may be replaced before its time, at most. */
const renewalMs = 10_000;

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
  /** Makes a connection whose frames go to {@link KeptConnection.receive}. */
  readonly dial: (context: DialContext) => Promise<LiveConnection>;
  /** Every frame of every connection, in order. `true`: it concerns that connection only, and is not heard. */
  readonly takes: (frame: SlackFrame, connection: LiveConnection) => boolean;
  /** What happened in the workspace: each frame once, in order, however many connections bring it. */
  readonly hear: (frame: SlackFrame) => void;
  readonly onState: (event: StateEvent) => void;
  /** A connection is used from now on: before anything of it is heard. */
  readonly onReady: (arrival: Arrival) => void;
  /** The connection was lost, and there is no other yet. */
  readonly onAway: () => void;
  /** There will be no other; with an error, for a reason. */
  readonly onClosed: (error: unknown) => void;
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
  const overlap = createOverlap(clock);
  const connections = new Set<LiveConnection>();
  /** The one that is used, and heard. */
  let adopted: LiveConnection | undefined;
  let awaySince: number | undefined;
  let renewedAt = -Infinity;

  async function lose(connection: LiveConnection): Promise<void> {
    await connection.ended;
    connections.delete(connection);
    if (adopted !== connection) return;
    awaySince = connection.lastSeenAt;
    adopted = undefined;
    options.onAway();
  }

  const live = reconnecting<LiveConnection>(
    async (context) => {
      const made = await options.dial(context);
      connections.add(made);
      void lose(made);
      return made;
    },
    {
      clock,
      fail: (kind, code, message) => slackError(kind, code, `${name} ${message}`),
      onState(event) {
        const { current } = live;
        // A change of connections under way is no change of state.
        if (event.from !== 'ready' || event.to !== 'ready') options.onState(event);
        if (event.to === 'ready' && current !== undefined) adopt(current);
        if (event.to === 'closed') options.onClosed(event.error);
      },
    },
  );

  function adopt(connection: LiveConnection): void {
    adopted = connection;
    overlap.settle();
    const isResumed = connection.greeting['fast_reconnect'] === true;
    const gap: GapEvent | undefined =
      awaySince === undefined || isResumed
        ? undefined
        : { type: 'gap', from: new Date(awaySince), to: new Date(connection.greetedAt) };
    awaySince = undefined;
    options.onReady({ gap, isResumed });
    connection.start();
  }

  return {
    get state() {
      return live.state;
    },
    connect: async (given) => live.connect(given),
    async close() {
      // One that was replaced may still be saying good-bye.
      const all = [...connections];
      await live.close();
      await Promise.all(all.map((connection) => connection.close()));
    },
    write: (frame) => adopted?.send(frame),
    receive(frame, connection) {
      if (!takes(frame, connection) && !overlap.isRepeat(connection, frame)) hear(frame);
    },
    replace(connection) {
      overlap.begin();
      connection.renewAfter(Math.max(0, renewedAt + renewalMs - clock.now()));
      renewedAt = clock.now();
    },
  };
}
