import type { Random } from '../../frame/index.js';

/** For whom and for which room a socket may be opened. */
export interface SocketTicket {
  readonly roomId: number;
  /** Undefined for an anonymous visitor. */
  readonly userId: number | undefined;
  /** Whether the session that it was given to is still there. */
  readonly isCurrent: () => boolean;
}

/** The secret parts of socket addresses. Each opens one socket. */
export interface SocketTokens {
  issue(ticket: SocketTicket): string;
  /** What a token stands for, once. */
  redeem(token: string): SocketTicket | undefined;
}

/** Tokens that nobody has used are forgotten from this number on, the oldest first. */
const mostTokens = 10_000;

export function createSocketTokens(random: Random): SocketTokens {
  const tickets = new Map<string, SocketTicket>();
  return {
    issue(ticket) {
      const token = random.hex(32);
      tickets.set(token, ticket);
      const [oldest] = tickets.keys();
      if (tickets.size > mostTokens && oldest !== undefined) tickets.delete(oldest);
      return token;
    },
    redeem(token) {
      const ticket = tickets.get(token);
      tickets.delete(token);
      return ticket;
    },
  };
}
