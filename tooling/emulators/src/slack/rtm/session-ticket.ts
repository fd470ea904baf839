import { findToken } from '../auth/find-token.js';
import { sessionCookieOf } from '../auth/session-cookie.js';
import { SlackError } from '../errors.js';
import type { Service } from '../service.js';
import type { Ticket } from './tickets.js';

/** Whether a path is that of a connection without `rtm.connect`: `/?token=…`. */
export function hasSessionToken(target: string): boolean {
  return target.startsWith('/?') && queryOf(target).has('token');
}

/** The right to connect that somebody has who is logged in at the web site; undefined if they are not. */
export function ticketOfSession(
  service: Service,
  target: string,
  cookies: string | undefined,
): Ticket | undefined {
  const query = queryOf(target);
  try {
    const token = findToken(service, {
      headerToken: query.get('token') ?? undefined,
      bodyToken: undefined,
      queryToken: undefined,
      cookie: sessionCookieOf(cookies),
    });
    if (token.kind !== 'session' || token.userId === undefined) return undefined;
    return {
      id: '',
      session: {
        token: token.value,
        userId: token.userId,
        batchPresence: query.get('batch_presence_aware') === '1',
      },
      expiresAt: Infinity,
      resumes: false,
      missed: [],
      collects: false,
    };
  } catch (error) {
    if (error instanceof SlackError) return undefined;
    throw error;
  }
}

function queryOf(target: string): URLSearchParams {
  return new URL(target, 'ws://localhost').searchParams;
}
