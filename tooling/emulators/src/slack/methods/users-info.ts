import { SlackError } from '../errors.js';
import { renderUser } from '../render/user.js';
import type { MemberMethod } from './method.js';
import { localeOf } from './locale.js';

export const usersInfo: MemberMethod = {
  name: 'users.info',
  tier: 'tier 4',
  json: false,
  access: 'member',
  scopes: ['users:read', 'read'],
  handle({ service, args }) {
    const user = service.store.users.get(args.text('user') ?? '');
    if (user === undefined) throw new SlackError('user_not_found');
    return { user: { ...renderUser(service.store, user), ...localeOf(args) } };
  },
};
