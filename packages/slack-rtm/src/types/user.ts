import type { Open, OtherFields } from './open.js';

/** What people read of a user. The name to show is `display_name`, else `real_name`. */
export interface UserProfile extends OtherFields {
  readonly real_name?: string;
  readonly display_name?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly title?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly status_text?: string;
  readonly status_emoji?: string;
  readonly status_expiration?: number;
  /** Of a bot's user: the bot. */
  readonly bot_id?: string;
  readonly api_app_id?: string;
  readonly team?: string;
}

/** A user: a person, or what a bot acts as. Of somebody who has left (`deleted`) less is known. */
export interface User extends OtherFields {
  readonly id: string;
  readonly team_id?: string;
  readonly name: string;
  readonly deleted?: boolean;
  readonly real_name?: string;
  readonly color?: string;
  readonly tz?: string;
  readonly tz_label?: string;
  /** Seconds east of Greenwich. */
  readonly tz_offset?: number;
  readonly profile?: UserProfile;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_restricted?: boolean;
  readonly is_bot?: boolean;
  readonly is_app_user?: boolean;
  /** As events told it; lists do not. */
  readonly presence?: Open<'active' | 'away'>;
  /** Seconds since 1970. */
  readonly updated?: number;
}

/** The identity under which an integration posts. Its user, if it has one, has an id of its own. */
export interface Bot extends OtherFields {
  readonly id: string;
  readonly app_id?: string;
  readonly user_id?: string;
  readonly name: string;
  readonly deleted?: boolean;
  readonly icons?: Readonly<Record<string, string>>;
}

/** A workspace. */
export interface Team extends OtherFields {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly enterprise_id?: string;
  readonly enterprise_name?: string;
}
