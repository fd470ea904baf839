import type { Clock } from '../../frame/index.js';
import type { Ids } from '../ids.js';
import { concerns, type DomainEvent, type Frame } from '../state/events.js';

const newTicketMs = 30_000;
const resumeTicketMs = 300_000;

/** Who has missed more than this cannot catch up by an address that they were given before. */
const mostMissed = 50_000;

/** Whom a connection is for, and what was agreed when its address was asked for. */
export interface Session {
  readonly token: string;
  readonly userId: string;
  /** Whether presence comes for several users at once. */
  readonly batchPresence: boolean;
}

/** The right to open one connection. */
export interface Ticket {
  readonly id: string;
  readonly session: Session;
  readonly expiresAt: number;
  /** Whether it continues an earlier connection. */
  readonly resumes: boolean;
  /** What happened meanwhile, to be sent after `hello`. */
  readonly missed: Frame[];
  /** Whether what happens is being kept: for a ticket that continues a connection, only once that one has ended. */
  collects: boolean;
}

export interface Tickets {
  /** For `rtm.connect`. */
  issue(session: Session): Ticket;
  /** For `reconnect_url`. The former one of that connection is void. */
  issueResume(session: Session, former: Ticket | undefined): Ticket;
  /** Uses a ticket up. Undefined for one that is unknown, used or too old. */
  redeem(id: string): Ticket | undefined;
  /** A ticket that nobody has used yet. */
  find(id: string): Ticket | undefined;
  /** Makes all addresses that were given out so far useless. */
  expire(): void;
  collect(event: DomainEvent): void;
}

export function createTickets(clock: Clock, ids: Ids): Tickets {
  const tickets = new Map<string, Ticket>();

  const add = (session: Session, lifeMs: number, resumes: boolean): Ticket => {
    for (const { id, expiresAt } of tickets.values()) if (expiresAt <= clock.now()) tickets.delete(id);
    const ticket = {
      id: ids.ticket(),
      session,
      expiresAt: clock.now() + lifeMs,
      resumes,
      missed: [],
      collects: !resumes,
    };
    tickets.set(ticket.id, ticket);
    return ticket;
  };

  return {
    issue: (session) => add(session, newTicketMs, false),
    issueResume(session, former) {
      if (former !== undefined) tickets.delete(former.id);
      return add(session, resumeTicketMs, true);
    },
    redeem(id) {
      const ticket = tickets.get(id);
      tickets.delete(id);
      return ticket !== undefined && ticket.expiresAt > clock.now() ? ticket : undefined;
    },
    find: (id) => tickets.get(id),
    expire: () => tickets.clear(),
    collect(event) {
      for (const { id, session, collects, missed, expiresAt } of tickets.values()) {
        if (!collects) continue;
        if (expiresAt <= clock.now() || missed.length >= mostMissed) tickets.delete(id);
        else if (concerns(event, session.userId)) missed.push(event.frame);
      }
    },
  };
}
