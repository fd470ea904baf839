import { SocketConnection, type SocketParts } from '../sockets/socket-connection.js';
import type { Session, Ticket } from './tickets.js';

/** One open RTM socket. */
export class Connection extends SocketConnection {
  readonly session: Session;
  /** Whose presence it wants to hear of. */
  subscriptions: ReadonlySet<string> = new Set();
  /** When somebody last did something here, in milliseconds since 1970. */
  activeAt: number;
  /** Ends the wait for them to be idle. */
  stopIdling: () => void = () => {};
  /** The ticket of the latest `reconnect_url`. */
  resume: Ticket | undefined = undefined;

  constructor(session: Session, parts: SocketParts) {
    super('rtm', parts);
    this.session = session;
    this.activeAt = this.openedAt;
  }
}
