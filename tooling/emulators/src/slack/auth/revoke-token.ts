import type { Service } from '../service.js';
import type { Token } from '../state/model.js';

/** Ends a token, and with it every connection that was opened by it. */
export function revokeToken({ hub, links }: Pick<Service, 'hub' | 'links'>, token: Token): void {
  token.revoked = true;
  for (const connection of [...hub.connections, ...links.links]) {
    if (connection.session.token === token.value) connection.close();
  }
}
