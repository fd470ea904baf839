import type { Conversation } from './conversation.js';
import type { EventOf } from './event-base.js';
import type { Open, OtherFields } from './open.js';
import type { Team } from './user.js';

type OfConversation<Type extends string> = EventOf<Type, { channel: string; actor_id?: string }>;
type Archived<Type extends string> = EventOf<
  Type,
  { channel: string; user?: string; actor_id?: string; is_moved?: number | boolean }
>;
type Deleted<Type extends string> = EventOf<
  Type,
  { channel: string; actor_id?: string; date_deleted?: number }
>;
type Marked<Type extends string> = EventOf<
  Type,
  {
    channel: string;
    /** Up to where it was read. */
    ts: string;
    unread_count?: number;
    /** Of a direct message: its `unread_count`. */
    dm_count?: number;
    unread_count_display?: number;
    num_mentions?: number;
    num_mentions_display?: number;
    mention_count?: number;
    mention_count_display?: number;
  }
>;
type Joined<Type extends string> = EventOf<Type, { channel: Conversation }>;
type Renamed<Type extends string> = EventOf<
  Type,
  {
    channel: OtherFields & {
      readonly id: string;
      readonly name: string;
      readonly name_normalized?: string;
      readonly created?: number | string;
    };
  }
>;
/** What was cached of the history before `latest` is no longer true. */
type HistoryChanged<Type extends string> = EventOf<
  Type,
  { latest: string; ts: string; channel?: string; is_mpim?: boolean }
>;
type OfUserIn<Type extends string> = EventOf<Type, { user: string; channel: string }>;
type Membership<Type extends string> = EventOf<
  Type,
  {
    user: string;
    channel: string;
    channel_type?: Open<'C' | 'G'>;
    team?: string;
    inviter?: string;
    enterprise?: string;
  }
>;
type OfMigration<Type extends string> = EventOf<
  Type,
  {
    team: OtherFields & { readonly id: string; readonly is_migrating: boolean };
    date_started: number;
    date_finished?: number;
  }
>;

/** An invitation to a channel that two workspaces share. */
export interface SharedInvite extends OtherFields {
  readonly id: string;
  /** Seconds since 1970. */
  readonly date_created: number;
  /** Seconds since 1970. */
  readonly date_invalid: number;
  readonly inviting_team?: OtherFields & Partial<Team>;
  readonly inviting_user?: OtherFields & { readonly id?: string };
  readonly recipient_user_id?: string;
  readonly recipient_email?: string;
}

/** An invitation, and what became of it. */
export type InvitedEvent<Type extends string, Fields = unknown> = EventOf<
  Type,
  Fields & { invite: SharedInvite; channel: Conversation }
>;

/** What happens to channels, private channels, group messages and direct messages. */
export interface ConversationEvents {
  channel_created: Joined<'channel_created'>;
  channel_joined: Joined<'channel_joined'>;
  channel_left: OfConversation<'channel_left'>;
  channel_archive: Archived<'channel_archive'>;
  channel_unarchive: Archived<'channel_unarchive'>;
  channel_deleted: Deleted<'channel_deleted'>;
  channel_rename: Renamed<'channel_rename'>;
  channel_marked: Marked<'channel_marked'>;
  channel_history_changed: HistoryChanged<'channel_history_changed'>;
  channel_posting_permissions: EventOf<'channel_posting_permissions', { channel?: string }>;
  /** Told nowhere by Slack, and seen. */
  channel_updated: EventOf<'channel_updated', { channel?: string; updates?: unknown; channels?: unknown }>;
  channel_id_changed: EventOf<'channel_id_changed', { old_channel_id: string; new_channel_id: string }>;
  member_joined_channel: Membership<'member_joined_channel'>;
  member_left_channel: Membership<'member_left_channel'>;

  group_joined: Joined<'group_joined'>;
  group_left: OfConversation<'group_left'>;
  group_open: OfUserIn<'group_open'>;
  group_close: OfUserIn<'group_close'>;
  group_archive: Archived<'group_archive'>;
  group_unarchive: Archived<'group_unarchive'>;
  group_deleted: Deleted<'group_deleted'>;
  group_rename: Renamed<'group_rename'>;
  group_marked: Marked<'group_marked'>;
  group_history_changed: HistoryChanged<'group_history_changed'>;
  /** Told nowhere by Slack, and seen. */
  group_join: EventOf<'group_join', { user: string; channel: string; ts?: string }>;

  mpim_joined: Joined<'mpim_joined'>;
  mpim_open: OfUserIn<'mpim_open'>;
  mpim_close: OfUserIn<'mpim_close'>;
  mpim_marked: Marked<'mpim_marked'>;
  mpim_history_changed: HistoryChanged<'mpim_history_changed'>;

  im_created: EventOf<'im_created', { user: string; channel: Conversation }>;
  im_open: OfUserIn<'im_open'>;
  im_close: OfUserIn<'im_close'>;
  im_marked: Marked<'im_marked'>;
  im_history_changed: HistoryChanged<'im_history_changed'>;

  shared_channel_invite_received: InvitedEvent<'shared_channel_invite_received'>;
  external_org_migration_started: OfMigration<'external_org_migration_started'>;
  external_org_migration_finished: OfMigration<'external_org_migration_finished'>;
}
