import { SlackError } from '../errors.js';
import { renderUser } from '../render/user.js';
import type { MemberMethod } from './method.js';

export const usersLookupByEmail: MemberMethod = {
  name: 'users.lookupByEmail',
  tier: 'tier 3',
  json: false,
  access: 'member',
  scopes: ['users:read.email', 'read'],
  handle({ service, args }) {
    const email = args.text('email')?.toLowerCase();
    const user = [...service.store.users.values()].find(
      (one) => email !== undefined && one.email?.toLowerCase() === email && !one.deleted,
    );
    if (user === undefined) throw new SlackError('users_not_found');
    return { user: renderUser(service.store, user) };
  },
};
