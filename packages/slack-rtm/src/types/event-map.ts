import type { Conversation } from './conversation.js';
import type { MessageEvent } from './message.js';
import type { Open, OtherFields } from './open.js';
import type { Bot, User } from './user.js';

/** What every event may have besides its own fields. All others are kept, too. */
export interface EventBase<Type extends string> extends OtherFields {
  readonly type: Type;
  /** The moment of the event, as a timestamp. */
  readonly event_ts?: string;
}

/** What reactions, pins and stars are put on. */
export interface ReactionItem extends OtherFields {
  readonly type: Open<'message' | 'file' | 'file_comment'>;
  readonly channel?: string;
  readonly ts?: string;
  readonly file?: string;
}

/** When somebody does not want to be disturbed. Times are seconds since 1970. */
export interface DoNotDisturb extends OtherFields {
  readonly dnd_enabled: boolean;
  readonly next_dnd_start_ts: number;
  readonly next_dnd_end_ts: number;
}

type Event<Type extends string, Fields = unknown> = EventBase<Type> & Readonly<Fields>;
type OfChannel<Type extends string> = Event<Type, { channel: string }>;
type Marked<Type extends string> = Event<Type, { channel: string; ts: string }>;
type Joined<Type extends string> = Event<Type, { channel: Conversation }>;
type Renamed<Type extends string> = Event<
  Type,
  { channel: { id: string; name: string; name_normalized?: string } }
>;
type OfUserIn<Type extends string> = Event<Type, { user: string; channel: string }>;
type Membership<Type extends string> = Event<
  Type,
  { user: string; channel: string; channel_type?: Open<'C' | 'G'>; team?: string; inviter?: string }
>;
type Reaction<Type extends string> = Event<
  Type,
  { user: string; reaction: string; item: ReactionItem; item_user?: string }
>;
type Pin<Type extends string> = Event<Type, { user: string; channel_id: string; item: OtherFields }>;
type OfUser<Type extends string> = Event<Type, { user: User; cache_ts?: number }>;
type OfBot<Type extends string> = Event<Type, { bot: Bot }>;
type OfFile<Type extends string> = Event<
  Type,
  { file_id: string; user_id?: string; channel_id?: string; file?: OtherFields }
>;
type OfGroup<Type extends string> = Event<Type, { subteam: OtherFields & { readonly id: string } }>;
type Preference<Type extends string> = Event<Type, { name: string; value: unknown }>;

/** The events of RTM by their names on the wire. A name that is not among them comes as `unknown`. */
export interface SlackEventMap {
  hello: Event<'hello', { fast_reconnect?: boolean; region?: string; start?: boolean; host_id?: string }>;
  goodbye: Event<'goodbye'>;
  error: Event<'error', { error: { code: number; msg: string; source?: string; retry_after?: number } }>;
  team_migration_started: Event<'team_migration_started'>;
  accounts_changed: Event<'accounts_changed'>;

  message: MessageEvent;
  user_typing: Event<'user_typing', { channel: string; user: string; thread_ts?: string }>;
  reaction_added: Reaction<'reaction_added'>;
  reaction_removed: Reaction<'reaction_removed'>;
  pin_added: Pin<'pin_added'>;
  pin_removed: Pin<'pin_removed'>;
  star_added: Event<'star_added', { user: string; item: OtherFields }>;
  star_removed: Event<'star_removed', { user: string; item: OtherFields }>;

  channel_created: Joined<'channel_created'>;
  channel_joined: Joined<'channel_joined'>;
  channel_left: OfChannel<'channel_left'>;
  channel_archive: OfChannel<'channel_archive'>;
  channel_unarchive: OfChannel<'channel_unarchive'>;
  channel_deleted: OfChannel<'channel_deleted'>;
  channel_rename: Renamed<'channel_rename'>;
  channel_marked: Marked<'channel_marked'>;
  channel_history_changed: Event<'channel_history_changed', { latest: string; ts: string; channel?: string }>;
  channel_id_changed: Event<'channel_id_changed', { old_channel_id: string; new_channel_id: string }>;
  member_joined_channel: Membership<'member_joined_channel'>;
  member_left_channel: Membership<'member_left_channel'>;

  group_joined: Joined<'group_joined'>;
  group_left: OfChannel<'group_left'>;
  group_open: OfUserIn<'group_open'>;
  group_close: OfUserIn<'group_close'>;
  group_archive: OfChannel<'group_archive'>;
  group_unarchive: OfChannel<'group_unarchive'>;
  group_deleted: OfChannel<'group_deleted'>;
  group_rename: Renamed<'group_rename'>;
  group_marked: Marked<'group_marked'>;
  group_history_changed: Event<'group_history_changed', { latest: string; ts: string; channel?: string }>;

  mpim_joined: Joined<'mpim_joined'>;
  mpim_open: OfUserIn<'mpim_open'>;
  mpim_close: OfUserIn<'mpim_close'>;
  mpim_marked: Marked<'mpim_marked'>;
  mpim_history_changed: Event<'mpim_history_changed', { latest: string; ts: string; channel?: string }>;

  im_created: Event<'im_created', { user: string; channel: Conversation }>;
  im_open: OfUserIn<'im_open'>;
  im_close: OfUserIn<'im_close'>;
  im_marked: Marked<'im_marked'>;
  im_history_changed: Event<'im_history_changed', { latest: string; ts: string; channel?: string }>;

  file_created: OfFile<'file_created'>;
  file_shared: OfFile<'file_shared'>;
  file_unshared: OfFile<'file_unshared'>;
  file_change: OfFile<'file_change'>;
  file_public: OfFile<'file_public'>;
  file_deleted: OfFile<'file_deleted'>;

  user_change: OfUser<'user_change'>;
  user_profile_changed: OfUser<'user_profile_changed'>;
  user_status_changed: OfUser<'user_status_changed'>;
  user_huddle_changed: OfUser<'user_huddle_changed'>;
  team_join: OfUser<'team_join'>;
  presence_change: Event<
    'presence_change',
    { presence: Open<'active' | 'away'>; user?: string; users?: readonly string[] }
  >;
  manual_presence_change: Event<'manual_presence_change', { presence: Open<'active' | 'away'> }>;
  dnd_updated: Event<'dnd_updated', { user: string; dnd_status: DoNotDisturb }>;
  dnd_updated_user: Event<'dnd_updated_user', { user: string; dnd_status: DoNotDisturb }>;
  pref_change: Preference<'pref_change'>;

  bot_added: OfBot<'bot_added'>;
  bot_changed: OfBot<'bot_changed'>;
  commands_changed: Event<'commands_changed'>;
  emoji_changed: Event<'emoji_changed', { subtype?: Open<'add' | 'remove' | 'rename'> }>;
  subteam_created: OfGroup<'subteam_created'>;
  subteam_updated: OfGroup<'subteam_updated'>;
  subteam_members_changed: Event<
    'subteam_members_changed',
    { subteam_id: string; added_users?: readonly string[]; removed_users?: readonly string[] }
  >;
  subteam_self_added: Event<'subteam_self_added', { subteam_id: string }>;
  subteam_self_removed: Event<'subteam_self_removed', { subteam_id: string }>;
  team_rename: Event<'team_rename', { name: string }>;
  team_domain_change: Event<'team_domain_change', { url: string; domain: string }>;
  email_domain_changed: Event<'email_domain_changed', { email_domain: string }>;
  team_pref_change: Preference<'team_pref_change'>;
  team_plan_change: Event<'team_plan_change', { plan: string }>;
}
