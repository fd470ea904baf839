import { renderUser } from '../render/user.js';
import { pageOf } from '../wire/paging.js';
import { localeOf } from './locale.js';
import type { MemberMethod } from './method.js';

/** All users, those who have left included. Without a limit they come all at once. */
export const usersList: MemberMethod = {
  name: 'users.list',
  tier: 'tier 2',
  json: false,
  access: 'member',
  scopes: ['users:read', 'read'],
  handle({ service, args }) {
    const { store, clock } = service;
    const page = pageOf(service, {
      items: [...store.users.values()],
      kind: 'user',
      keyOf: (user) => user.id,
      cursor: args.text('cursor'),
      limit: args.count('limit', 'invalid_arguments'),
    });
    return {
      ...(page.next === undefined ? {} : { offset: page.next.id }),
      members: page.items.map((user) => ({ ...renderUser(store, user), ...localeOf(args) })),
      cache_ts: Math.floor(clock.now() / 1_000),
      response_metadata: { next_cursor: page.nextCursor },
    };
  },
};
