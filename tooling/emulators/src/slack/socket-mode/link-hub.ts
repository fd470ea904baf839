import { type Clock, createBoundedList, type Random } from '../../frame/index.js';
import type { Ids } from '../ids.js';
import type { Received } from '../sockets/text-frame.js';
import type { SlackSwitches } from '../switches.js';
import { createDeliveryEngine, type DeliveryEngine } from './delivery-engine.js';
import type { Link, LinkSession } from './link.js';

const ticketMs = 30_000;

/** A text as a client sent it over a Socket Mode connection. */
export interface SentEnvelopeAnswer extends Pick<Received, 'text' | 'frame'> {
  readonly connectionId: string;
  /** Milliseconds since 1970 by the emulator's clock. */
  readonly at: number;
}

/** Which apps are linked by Socket Mode, and what they are told. */
export interface LinkHub extends DeliveryEngine {
  /** The open links, oldest first. */
  readonly links: Set<Link>;
  readonly sends: readonly SentEnvelopeAnswer[];
  record(sent: SentEnvelopeAnswer): void;
  /** Apps for which Socket Mode is switched off. */
  readonly disabled: Set<string>;
  /** What apps have subscribed to; all that there is, for an app that is not in it. */
  readonly subscriptions: Map<string, ReadonlySet<string>>;
  /** By app: the domains whose links it shows previews of. */
  readonly domains: Map<string, readonly string[]>;
  /** Whether anybody has ever asked for a link. Until then nobody waits for events. */
  isInUse(appId: string): boolean;
  linksOf(appId: string): Link[];
  /** The id of the right to open one link, for half a minute. */
  issueTicket(session: LinkSession): string;
  /** Forgets everything but who is linked. What waits to be delivered again is lost. */
  forget(): void;
  /** For whom a ticket is that nobody has used yet. */
  findTicket(id: string): LinkSession | undefined;
  /** Makes all addresses that were given out so far useless. */
  expireTickets(): void;
  /** Uses a ticket up. Undefined for one that is unknown, used or too old. */
  redeemTicket(id: string): LinkSession | undefined;
}

export function createLinkHub(parts: {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly switches: SlackSwitches;
  /** How much of everything is remembered. */
  readonly limit: number;
}): LinkHub {
  const { clock, ids, random, switches, limit } = parts;
  const links = new Set<Link>();
  const tickets = new Map<string, { readonly session: LinkSession; readonly expiresAt: number }>();
  const inUse = new Set<string>();
  const turns = new Map<string, number>();
  const sends = createBoundedList<SentEnvelopeAnswer>(limit);
  const linksOf = (appId: string): Link[] => [...links].filter(({ session }) => session.appId === appId);

  const engine = createDeliveryEngine({
    clock,
    ids,
    switches,
    limit,
    nextLink(appId) {
      const open = linksOf(appId);
      if (open.length > 0 && switches.randomLinks) return random.pick(open);
      const turn = turns.get(appId) ?? 0;
      turns.set(appId, turn + 1);
      return open[turn % open.length];
    },
  });

  return {
    ...engine,
    links,
    sends: sends.all,
    record: (sent) => sends.add(sent),
    disabled: new Set(),
    subscriptions: new Map(),
    domains: new Map(),
    isInUse: (appId) => inUse.has(appId),
    linksOf,
    issueTicket(session) {
      inUse.add(session.appId);
      for (const [id, { expiresAt }] of tickets) if (expiresAt <= clock.now()) tickets.delete(id);
      const id = ids.envelope();
      tickets.set(id, { session, expiresAt: clock.now() + ticketMs });
      return id;
    },
    forget() {
      engine.forget();
      sends.clear();
      tickets.clear();
      this.disabled.clear();
      this.subscriptions.clear();
      this.domains.clear();
    },
    findTicket: (id) => tickets.get(id)?.session,
    expireTickets: () => tickets.clear(),
    redeemTicket(id) {
      const ticket = tickets.get(id);
      tickets.delete(id);
      return ticket !== undefined && ticket.expiresAt > clock.now() ? ticket.session : undefined;
    },
  };
}
