import { missingArgument, SlackError } from '../errors.js';
import { announceDnd, dndStatus, publicDndStatus } from '../state/snoozes.js';
import type { MemberMethod } from './method.js';

const minuteMs = 60_000;
const longestMinutes = 60 * 24 * 365;
const mostUsers = 50;

const shared = { access: 'member' } as const;
const read = ['dnd:read', 'read'];
const write = ['dnd:write', 'post'];

/** When people are not to be disturbed. */
export const dndMethods: readonly MemberMethod[] = [
  {
    ...shared,
    name: 'dnd.info',
    tier: 'tier 3',
    json: false,
    scopes: read,
    handle({ service, args, user }) {
      const whose = args.text('user') ?? user.id;
      if (!service.store.users.has(whose)) throw new SlackError('user_not_found');
      return whose === user.id ? dndStatus(service, whose) : publicDndStatus;
    },
  },
  {
    ...shared,
    name: 'dnd.teamInfo',
    tier: 'tier 2',
    json: false,
    scopes: read,
    handle({ service, args }) {
      const wanted = args.list('users') ?? [];
      if (wanted.length === 0) throw new SlackError('no_users_provided');
      if (wanted.length > mostUsers) throw new SlackError('too_many_users');
      const known = wanted.filter((id) => service.store.users.has(id));
      return { users: Object.fromEntries(known.map((id) => [id, publicDndStatus])) };
    },
  },
  {
    ...shared,
    name: 'dnd.setSnooze',
    tier: 'tier 2',
    json: false,
    scopes: write,
    handle({ service, args, user }) {
      if (args.text('num_minutes') === undefined)
        throw new SlackError('missing_duration', missingArgument('num_minutes').details);
      const minutes = args.count('num_minutes', 'snooze_failed');
      if (minutes === undefined) throw new SlackError('snooze_failed');
      if (minutes > longestMinutes) throw new SlackError('too_long');
      service.store.snoozes.set(user.id, service.clock.now() + minutes * minuteMs);
      announceDnd(service, user.id);
      const { snooze_enabled, snooze_endtime, snooze_remaining, snooze_is_indefinite } = dndStatus(
        service,
        user.id,
      );
      return { snooze_enabled, snooze_endtime, snooze_remaining, snooze_is_indefinite };
    },
  },
  {
    ...shared,
    name: 'dnd.endSnooze',
    tier: 'tier 2',
    json: true,
    scopes: write,
    handle({ service, user }) {
      if (dndStatus(service, user.id)['snooze_enabled'] !== true) throw new SlackError('snooze_not_active');
      service.store.snoozes.delete(user.id);
      announceDnd(service, user.id);
      return dndStatus(service, user.id);
    },
  },
  {
    ...shared,
    name: 'dnd.endDnd',
    tier: 'tier 2',
    json: true,
    scopes: write,
    handle({ service, user }) {
      service.store.snoozes.delete(user.id);
      announceDnd(service, user.id);
      return {};
    },
  },
];
