import type { EventOf } from './event-base.js';
import type { Open, OtherFields } from './open.js';
import type { Bot, User } from './user.js';

/** When somebody does not want to be disturbed. Times are seconds since 1970. */
export interface DoNotDisturb extends OtherFields {
  readonly dnd_enabled: boolean;
  readonly next_dnd_start_ts: number;
  readonly next_dnd_end_ts: number;
  readonly snooze_enabled?: boolean;
  readonly snooze_endtime?: number;
  readonly snooze_remaining?: number;
}

type OfUser<Type extends string> = EventOf<Type, { user: User; cache_ts?: number }>;
type OfBot<Type extends string> = EventOf<Type, { bot: Bot; cache_ts?: number }>;
type Preference<Type extends string> = EventOf<Type, { name: string; value: unknown }>;
/** What a call in a conversation, a huddle, is told with. */
type OfRoom<Type extends string> = EventOf<
  Type,
  { room: OtherFields; user?: string; huddle?: OtherFields & { readonly channel_id?: string } }
>;

/** What happens to users and bots. */
export interface PeopleEvents {
  user_change: OfUser<'user_change'>;
  user_profile_changed: OfUser<'user_profile_changed'>;
  user_status_changed: OfUser<'user_status_changed'>;
  user_huddle_changed: OfUser<'user_huddle_changed'>;
  user_connection: EventOf<'user_connection'>;
  /** What is known of the user is no longer true. */
  user_invalidated: EventOf<'user_invalidated', { user: OtherFields & { readonly id: string } }>;
  team_join: OfUser<'team_join'>;
  presence_change: EventOf<
    'presence_change',
    { presence: Open<'active' | 'away'>; user?: string; users?: readonly string[] }
  >;
  manual_presence_change: EventOf<'manual_presence_change', { presence: Open<'active' | 'away'> }>;
  dnd_updated: EventOf<'dnd_updated', { user: string; dnd_status: DoNotDisturb }>;
  dnd_updated_user: EventOf<'dnd_updated_user', { user: string; dnd_status: DoNotDisturb }>;
  pref_change: Preference<'pref_change'>;
  bot_added: OfBot<'bot_added'>;
  bot_changed: OfBot<'bot_changed'>;
  sh_room_join: OfRoom<'sh_room_join'>;
  sh_room_leave: OfRoom<'sh_room_leave'>;
  sh_room_update: OfRoom<'sh_room_update'>;
}
