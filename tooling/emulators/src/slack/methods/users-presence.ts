import { SlackError } from '../errors.js';
import { presenceOf } from '../rtm/presence.js';
import { setPresence } from '../state/users.js';
import type { MemberMethod } from './method.js';

const shared = { access: 'member' } as const;

export const presenceMethods: readonly MemberMethod[] = [
  {
    ...shared,
    name: 'users.getPresence',
    tier: 'tier 3',
    json: false,
    scopes: ['users:read', 'read'],
    handle({ service, args, user }) {
      const whose = args.text('user') ?? user.id;
      if (!service.store.users.has(whose)) throw new SlackError('user_not_found');
      const presence = presenceOf(service, whose);
      if (whose !== user.id) return { presence };
      const own = [...service.hub.connections].filter(({ session }) => session.userId === whose);
      const lastActivity = Math.max(0, ...own.map(({ activeAt }) => Math.floor(activeAt / 1_000)));
      return {
        presence,
        online: own.length > 0,
        auto_away: service.hub.idle.has(whose),
        manual_away: user.presence === 'away' && user.botId === undefined,
        connection_count: own.length,
        ...(own.length === 0 ? {} : { last_activity: lastActivity }),
      };
    },
  },
  {
    ...shared,
    name: 'users.setPresence',
    tier: 'tier 2',
    json: true,
    scopes: ['users:write', 'post'],
    handle({ service, args, user }) {
      const presence = args.text('presence');
      if (presence !== 'auto' && presence !== 'away') throw new SlackError('invalid_presence');
      setPresence(service, user, presence === 'auto' ? 'active' : 'away');
      return {};
    },
  },
];
