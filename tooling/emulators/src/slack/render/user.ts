import type { User } from '../state/model.js';
import type { Store } from '../state/store.js';
import { avatarUrl } from './avatar.js';

const sizes = [24, 32, 48, 72, 192, 512];

/** A user as lists and `users.info` show it. Of somebody who has left less is known. */
export function renderUser(store: Store, user: User): object {
  const teamId = store.team.id;
  const head = { id: user.id, team_id: teamId, name: user.name, deleted: user.deleted };
  const kind = { is_bot: user.botId !== undefined, is_app_user: false, updated: user.updated };
  if (user.deleted) return { ...head, profile: renderProfile(store, user), ...kind };
  return {
    ...head,
    color: user.color,
    real_name: user.realName,
    tz: user.zone.name,
    tz_label: user.zone.label,
    tz_offset: user.zone.offsetSeconds,
    profile: renderProfile(store, user),
    is_admin: user.role !== 'member',
    is_owner: user.role === 'owner',
    is_primary_owner: user.role === 'owner',
    is_restricted: false,
    is_ultra_restricted: false,
    ...kind,
    is_email_confirmed: user.email !== undefined,
    ...(user.email === undefined ? {} : { has_2fa: false }),
    who_can_share_contact_card: 'EVERYONE',
  };
}

/** What a user says of themselves. */
export function renderProfile(store: Store, user: User): object {
  const bot = user.botId === undefined ? undefined : store.bots.get(user.botId);
  const [firstName = '', ...lastNames] = user.realName.split(' ');
  return {
    title: user.title,
    phone: '',
    skype: '',
    real_name: user.realName,
    real_name_normalized: plain(user.realName),
    display_name: user.displayName,
    display_name_normalized: plain(user.displayName),
    fields: null,
    status_text: '',
    status_emoji: '',
    status_emoji_display_info: [],
    status_expiration: 0,
    avatar_hash: `g${user.id.slice(2).toLowerCase()}`,
    ...(bot === undefined ? {} : { api_app_id: bot.appId, always_active: false, bot_id: bot.id }),
    ...(user.email === undefined ? {} : { email: user.email }),
    first_name: firstName,
    last_name: lastNames.join(' '),
    ...Object.fromEntries(sizes.map((size) => [`image_${size}`, avatarUrl(user.id, size)])),
    status_text_canonical: '',
    team: store.team.id,
    ...user.profile,
  };
}

/** Names without their accents, by which people are searched. */
function plain(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
}
