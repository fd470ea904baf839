import { createHash } from 'node:crypto';
import type { Service } from '../service.js';

/** Where a link is opened. The app is named by a digest of its id. */
export function linkAddress({ url }: Pick<Service, 'url'>, ticketId: string, appId: string): string {
  const query = new URLSearchParams({ ticket: ticketId, app_id: digestOf(appId) });
  return `${url().replace(/^http/, 'ws')}/link/?${query}`;
}

export interface LinkTarget {
  readonly ticketId: string;
  /** Whether it is to be recycled early, which the client asks for to see it happen. */
  readonly recyclesEarly: boolean;
}

/** What the path of a handshake says; undefined for a path of something else. */
export function readLinkTarget(target: string): LinkTarget | undefined {
  const { pathname, searchParams } = new URL(target, 'ws://localhost');
  if (pathname !== '/link/' && pathname !== '/link') return undefined;
  return {
    ticketId: searchParams.get('ticket') ?? '',
    recyclesEarly: searchParams.get('debug_reconnects') === 'true',
  };
}

function digestOf(appId: string): string {
  return createHash('sha256').update(appId).digest('hex');
}
