import { type Clock, createBoundedList } from '../../frame/index.js';
import type { Ids } from '../ids.js';
import { concerns, type DomainEvent, type Frame } from '../state/events.js';
import type { Connection } from './connection.js';
import { createTickets, type Tickets } from './tickets.js';

/** A frame as a client sent it. */
export interface SentFrame {
  readonly connectionId: string;
  readonly userId: string;
  /** Milliseconds since 1970 by the emulator's clock. */
  readonly at: number;
  readonly text: string;
  /** What the text says as JSON, or undefined. */
  readonly frame: Frame | undefined;
}

/** Who is connected, and what came from them. */
export interface Hub {
  readonly tickets: Tickets;
  /** The open connections, oldest first. */
  readonly connections: Set<Connection>;
  readonly sends: readonly SentFrame[];
  record(sent: SentFrame): void;
  /** By token: a message whose acknowledgement is known not to have arrived, ready to be repeated. */
  readonly lostReplies: Map<string, Frame>;
  /** Until when no addresses are given out. */
  migratesUntil: number;
  readonly isMigrating: boolean;
  /** Sends an event to everybody whom it concerns, and keeps it for those who are about to connect. */
  publish(event: DomainEvent): void;
  isConnected(userId: string): boolean;
  /** People who are connected, or were, and did nothing for so long that they count as away. */
  readonly idle: Set<string>;
  /** Forgets everything but who is connected. */
  forget(): void;
}

export function createHub(clock: Clock, ids: Ids, limit: number): Hub {
  const tickets = createTickets(clock, ids);
  const connections = new Set<Connection>();
  const sends = createBoundedList<SentFrame>(limit);
  return {
    tickets,
    connections,
    sends: sends.all,
    record: (sent) => sends.add(sent),
    lostReplies: new Map(),
    idle: new Set(),
    migratesUntil: 0,
    get isMigrating() {
      return clock.now() < this.migratesUntil;
    },
    publish(event) {
      for (const connection of connections) {
        const isCause = connection.id === event.exceptConnection;
        if (!isCause && concerns(event, connection.session.userId)) connection.sendEvent(event.frame);
      }
      tickets.collect(event);
    },
    forget() {
      sends.clear();
      tickets.expire();
      this.lostReplies.clear();
      this.idle.clear();
      this.migratesUntil = 0;
    },
    isConnected(userId) {
      for (const { session } of connections) if (session.userId === userId) return true;
      return false;
    },
  };
}
