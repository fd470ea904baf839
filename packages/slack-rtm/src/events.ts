import type { StateEvent } from '@x/http-core/live';
import type { SlackEventMap } from './types/event-map.js';
import type { OtherFields } from './types/open.js';

/** A frame as it came: an object with a type. */
export interface SlackFrame extends OtherFields {
  readonly type: string;
}

/** An event that these types do not know. It has a type of its own, so that the known ones narrow. */
export interface UnknownEvent {
  readonly type: 'unknown';
  /** Its type on the wire. */
  readonly wireType: string;
  /** The frame as it came. */
  readonly data: SlackFrame;
}

/**
 * The connection was away: what happened from when to when may be missing. `from` is the last sign of life before, `to` the
 * greeting of the new connection, by this machine's clock.
 */
export interface GapEvent {
  readonly type: 'gap';
  readonly from: Date;
  readonly to: Date;
}

/** A frame that is no event: no text, no JSON, or no object with a type. The connection goes on. */
export interface UnreadableEvent {
  readonly reason: 'binary' | 'not-json' | 'no-type';
  /** Its length in bytes when it was binary, else in UTF-16 units. */
  readonly length: number;
}

/** What `events()` gives: the events of Slack as they came, and gaps, in order. */
export type SlackEvent = SlackEventMap[keyof SlackEventMap] | UnknownEvent | GapEvent;

/** What can be listened to besides the events of Slack. */
export interface OwnEvents {
  /** A change of the connection's state. */
  state: StateEvent;
  gap: GapEvent;
  /** Every event whose name is not known. */
  unknown: UnknownEvent;
  unreadable: UnreadableEvent;
  /** A ping was answered: how long it took, in milliseconds. */
  latency: { readonly latencyMs: number };
}

/** Everything that can be listened to by a name that is known. */
export type SlackEvents = SlackEventMap & OwnEvents;

/** The names that are known; a record, so that the compiler sees to it that none is missing. */
const names: Readonly<Record<keyof SlackEventMap, 1>> = {
  hello: 1,
  goodbye: 1,
  error: 1,
  team_migration_started: 1,
  accounts_changed: 1,
  message: 1,
  user_typing: 1,
  reaction_added: 1,
  reaction_removed: 1,
  pin_added: 1,
  pin_removed: 1,
  star_added: 1,
  star_removed: 1,
  channel_created: 1,
  channel_joined: 1,
  channel_left: 1,
  channel_archive: 1,
  channel_unarchive: 1,
  channel_deleted: 1,
  channel_rename: 1,
  channel_marked: 1,
  channel_history_changed: 1,
  channel_id_changed: 1,
  member_joined_channel: 1,
  member_left_channel: 1,
  group_joined: 1,
  group_left: 1,
  group_open: 1,
  group_close: 1,
  group_archive: 1,
  group_unarchive: 1,
  group_deleted: 1,
  group_rename: 1,
  group_marked: 1,
  group_history_changed: 1,
  mpim_joined: 1,
  mpim_open: 1,
  mpim_close: 1,
  mpim_marked: 1,
  mpim_history_changed: 1,
  im_created: 1,
  im_open: 1,
  im_close: 1,
  im_marked: 1,
  im_history_changed: 1,
  file_created: 1,
  file_shared: 1,
  file_unshared: 1,
  file_change: 1,
  file_public: 1,
  file_deleted: 1,
  user_change: 1,
  user_profile_changed: 1,
  user_status_changed: 1,
  user_huddle_changed: 1,
  team_join: 1,
  presence_change: 1,
  manual_presence_change: 1,
  dnd_updated: 1,
  dnd_updated_user: 1,
  pref_change: 1,
  bot_added: 1,
  bot_changed: 1,
  commands_changed: 1,
  emoji_changed: 1,
  subteam_created: 1,
  subteam_updated: 1,
  subteam_members_changed: 1,
  subteam_self_added: 1,
  subteam_self_removed: 1,
  team_rename: 1,
  team_domain_change: 1,
  email_domain_changed: 1,
  team_pref_change: 1,
  team_plan_change: 1,
};

/** The event that a frame is: itself where its type is known. */
export function eventOf(frame: SlackFrame): Exclude<SlackEvent, GapEvent> {
  return Object.hasOwn(names, frame.type)
    ? (frame as SlackEventMap[keyof SlackEventMap])
    : { type: 'unknown', wireType: frame.type, data: frame };
}

/** Reads a text; `undefined` when it is no JSON. */
export function parseFrame(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
