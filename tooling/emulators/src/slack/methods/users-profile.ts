import { SlackError } from '../errors.js';
import { renderProfile } from '../render/user.js';
import type { Service } from '../service.js';
import type { User } from '../state/model.js';
import { changeUser } from '../state/users.js';
import type { Answer, Call, MemberMethod } from './method.js';

const longestStatus = 100;

const settable = new Set([
  'title',
  'phone',
  'skype',
  'pronouns',
  'real_name',
  'display_name',
  'first_name',
  'last_name',
  'status_text',
  'status_emoji',
  'status_expiration',
  'fields',
]);

const shared = { access: 'member' } as const;

export const profileMethods: readonly MemberMethod[] = [
  {
    ...shared,
    name: 'users.profile.get',
    tier: 'tier 4',
    json: false,
    scopes: ['users.profile:read', 'read'],
    handle({ service, args, user }) {
      const whose = service.store.users.get(args.text('user') ?? user.id);
      if (whose === undefined) throw new SlackError('user_not_found');
      return { profile: renderProfile(service.store, whose) };
    },
  },
  {
    ...shared,
    name: 'users.profile.set',
    tier: 'tier 3',
    json: true,
    scopes: ['users.profile:write', 'post'],
    handle: set,
  },
];

function set(call: Call): Answer {
  const { service, args, user } = call;
  const given = changesIn(call);
  const isOther = (args.text('user') ?? user.id) !== user.id;
  // Owners and admins may change others, but not their equals.
  if (isOther && user.role === 'member') throw new SlackError('not_admin');
  const target = service.store.users.get(args.text('user') ?? user.id);
  if (target === undefined) throw new SlackError('user_not_found');
  if (isOther && target.role !== 'member') throw new SlackError('cannot_update_admin_user');
  const status = given['status_text'];
  if (typeof status === 'string' && Array.from(status).length > longestStatus)
    throw new SlackError('too_long');

  const changes = { ...changesOf(target, given), profile: profileOf(target, given) };
  const changed = changeUser(service, target, changes, Object.keys(given));
  endStatusInTime(service, changed);
  return { profile: renderProfile(service.store, changed) };
}

/** One field by `name` and `value`, or several as JSON. What cannot be set is passed over. */
function changesIn({ args }: Call): Readonly<Record<string, unknown>> {
  const profile = args.json('profile', 'invalid_profile');
  const name = args.text('name');
  const given = profile ?? (name === undefined ? undefined : { [name]: args.text('value') ?? '' });
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new SlackError('invalid_profile');
  }
  return Object.fromEntries(Object.entries(given).filter(([key]) => settable.has(key)));
}

/** The parts of a profile that users are also known by elsewhere. */
function changesOf(user: User, given: Readonly<Record<string, unknown>>): Partial<User> {
  const text = (key: string): string | undefined => {
    const value = given[key];
    return typeof value === 'string' ? value : undefined;
  };
  const [first = '', ...rest] = user.realName.split(' ');
  const names = [text('first_name') ?? first, text('last_name') ?? rest.join(' ')];
  return {
    realName: text('real_name') ?? names.join(' ').trim(),
    displayName: text('display_name') ?? user.displayName,
    title: text('title') ?? user.title,
  };
}

/** What is kept of a profile beside the names. */
function profileOf(user: User, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const others = Object.entries(given).filter(([key]) => key !== 'title' && !key.endsWith('_name'));
  return { ...user.profile, ...Object.fromEntries(others) };
}

/** Takes a status away when its time is over, unless there is another one by then. */
function endStatusInTime(service: Service, user: User): void {
  const expiration = user.profile?.['status_expiration'];
  if (typeof expiration !== 'number' || expiration === 0) return;
  service.clock.after(expiration * 1_000 - service.clock.now(), () => {
    const now = service.store.users.get(user.id);
    if (now?.profile?.['status_expiration'] !== expiration) return;
    const profile = { ...now.profile, status_text: '', status_emoji: '', status_expiration: 0 };
    changeUser(service, now, { profile }, ['status_text']);
  });
}
