import type { EventOf } from './event-base.js';
import type { HistoryMessage, MessageEvent } from './message.js';
import type { Open, OtherFields } from './open.js';

/** What reactions are put on. */
export interface ReactionItem extends OtherFields {
  readonly type: Open<'message' | 'file' | 'file_comment'>;
  readonly channel?: string;
  readonly ts?: string;
  readonly file?: string;
  readonly file_comment?: string;
}

/** What is pinned to a conversation, or starred. */
export interface PinnedItem extends OtherFields {
  readonly type?: Open<'message' | 'file' | 'file_comment' | 'channel' | 'im' | 'group'>;
  readonly channel?: string;
  /** Seconds since 1970. */
  readonly created?: number;
  readonly created_by?: string;
  readonly message?: Partial<HistoryMessage>;
  readonly file?: OtherFields;
  readonly comment?: OtherFields;
}

/** How somebody follows a thread. */
export interface ThreadSubscription extends OtherFields {
  readonly type: Open<'thread'>;
  readonly channel: string;
  readonly thread_ts: string;
  readonly active?: boolean;
  /** Up to where it was read. */
  readonly last_read?: string;
  /** Seconds since 1970. */
  readonly date_create?: number;
}

type Reaction<Type extends string> = EventOf<
  Type,
  {
    user: string;
    /** Without colons; a tone of skin as `name::skin-tone-2`. */
    reaction: string;
    item: ReactionItem;
    item_user?: string;
  }
>;
type Pin<Type extends string> = EventOf<
  Type,
  {
    user: string;
    channel_id: string;
    item: PinnedItem;
    item_user?: string;
    pin_count?: number;
    pinned_info?: OtherFields;
    has_pins?: boolean;
  }
>;
type Star<Type extends string> = EventOf<Type, { user: string; item: PinnedItem }>;
type OfThread<Type extends string> = EventOf<Type, { subscription: ThreadSubscription }>;
type Notification<Type extends string> = EventOf<
  Type,
  {
    title?: string;
    subtitle?: string;
    content?: string;
    channel?: string;
    /** The message that it is about. */
    msg?: string;
  }
>;

/** Messages, and what is done to them. */
export interface MessageEvents {
  message: MessageEvent;
  user_typing: EventOf<'user_typing', { channel: string; user: string; thread_ts?: string }>;
  reaction_added: Reaction<'reaction_added'>;
  reaction_removed: Reaction<'reaction_removed'>;
  pin_added: Pin<'pin_added'>;
  pin_removed: Pin<'pin_removed'>;
  star_added: Star<'star_added'>;
  star_removed: Star<'star_removed'>;
  thread_marked: OfThread<'thread_marked'>;
  thread_subscribed: OfThread<'thread_subscribed'>;
  thread_unsubscribed: OfThread<'thread_unsubscribed'>;
  update_thread_state: EventOf<
    'update_thread_state',
    { has_unreads: boolean; mention_count: number; timestamp?: string }
  >;
  desktop_notification: Notification<'desktop_notification'>;
  mobile_in_app_notification: Notification<'mobile_in_app_notification'>;
  badge_counts_updated: EventOf<'badge_counts_updated'>;
  activity: EventOf<'activity', { subtype?: string; key?: string; entry?: unknown }>;
}
