import { SlackError } from '../errors.js';
import { linkAddress } from '../socket-mode/address.js';
import type { AppMethod } from './method.js';

/** Hands out the address of a Socket Mode connection: good for one connection, for half a minute. */
export const appsConnectionsOpen: AppMethod = {
  name: 'apps.connections.open',
  tier: 'tier 3',
  json: true,
  access: 'app',
  scopes: ['connections:write'],
  handle(service, { appId, value }) {
    if (service.links.disabled.has(appId)) throw new SlackError('feature_not_enabled');
    return { url: linkAddress(service, service.links.issueTicket({ appId, token: value }), appId) };
  },
};
