import type { Service } from '../service.js';
import type { Ticket } from './tickets.js';

const path = '/websocket/';

/** Where the socket of a ticket is opened. */
export function socketAddress({ url }: Pick<Service, 'url'>, { id }: Ticket): string {
  return `${url().replace(/^http/, 'ws')}${path}${id}`;
}

/** The ticket that a path names; undefined for a path of something else. */
export function ticketIdOf(target: string): string | undefined {
  return /^\/websocket\/(\w+)(?:\?|$)/.exec(target)?.[1];
}
