import { SlackError } from '../errors.js';
import type { AppMethod } from './method.js';

/** Would give the address of a Socket Mode connection; the seeded apps have Socket Mode switched off. */
export const appsConnectionsOpen: AppMethod = {
  name: 'apps.connections.open',
  tier: 'tier 3',
  json: true,
  access: 'app',
  scopes: ['connections:write'],
  handle() {
    throw new SlackError('feature_not_enabled');
  },
};
