import { SocketConnection, type SocketParts } from '../sockets/socket-connection.js';

/** For whom a Socket Mode connection is, and how it was asked for. */
export interface LinkSession {
  readonly appId: string;
  /** The app-level token that its address was asked for with. */
  readonly token: string;
}

/** One open Socket Mode connection. */
export class Link extends SocketConnection {
  readonly session: LinkSession;
  /** What it calls the machine that it leads to. */
  readonly host: string;

  constructor(session: LinkSession, parts: SocketParts) {
    super('socket mode', parts);
    this.session = session;
    this.host = `applink-${parts.id}`;
  }

  /** Says why it is about to end, or why it ends now. */
  announce(reason: DisconnectReason, more: Readonly<Record<string, unknown>> = {}): void {
    this.send({ type: 'disconnect', reason, ...more, debug_info: { host: this.host } });
  }
}

/** In the words of the service. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';
