import type { DoNotDisturb } from '../people-events.js';
import type { Open } from '../open.js';
import type { UserGroup } from '../team-events.js';
import type { Bot, User, UserProfile } from '../user.js';
import type { CursorArguments } from './arguments.js';
import type { Method } from './method.js';

/** Users, groups of users, bots, and who is disturbed when. */
export interface PeopleMethods {
  'users.list': Method<
    CursorArguments & {
      readonly include_locale?: boolean | undefined;
    },
    {
      readonly members: readonly User[];
      /** Seconds since 1970. */
      readonly cache_ts?: number;
    },
    User
  >;
  'users.info': Method<
    {
      readonly user: string;
      readonly include_locale?: boolean | undefined;
    },
    {
      readonly user: User;
    }
  >;
  'users.lookupByEmail': Method<
    {
      readonly email: string;
    },
    {
      readonly user: User;
    }
  >;
  'users.getPresence': Method<
    {
      readonly user?: string | undefined;
    },
    {
      readonly presence: Open<'active' | 'away'>;
      /** The rest is told of the token's own user. */
      readonly online?: boolean;
      readonly auto_away?: boolean;
      readonly manual_away?: boolean;
      readonly connection_count?: number;
      /** Seconds since 1970. */
      readonly last_activity?: number;
    }
  >;
  'users.setPresence': Method<
    {
      readonly presence: Open<'auto' | 'away'>;
    },
    object
  >;
  'users.profile.get': Method<
    {
      readonly user?: string | undefined;
      readonly include_labels?: boolean | undefined;
    },
    {
      readonly profile: UserProfile;
    }
  >;
  'users.profile.set': Method<
    {
      readonly user?: string | undefined;
      /** One field and its value, */
      readonly name?: string | undefined;
      readonly value?: string | undefined;
      /** or several. */
      readonly profile?: Partial<UserProfile> | undefined;
    },
    {
      readonly profile: UserProfile;
      readonly username?: string;
    }
  >;
  'bots.info': Method<
    {
      readonly bot?: string | undefined;
      readonly team_id?: string | undefined;
    },
    {
      readonly bot: Bot;
    }
  >;
  'usergroups.list': Method<
    {
      readonly include_count?: boolean | undefined;
      readonly include_disabled?: boolean | undefined;
      readonly include_users?: boolean | undefined;
      readonly team_id?: string | undefined;
    },
    {
      readonly usergroups: readonly UserGroup[];
    },
    UserGroup
  >;
  'usergroups.users.list': Method<
    {
      readonly usergroup: string;
      readonly include_disabled?: boolean | undefined;
      readonly team_id?: string | undefined;
    },
    {
      readonly users: readonly string[];
    },
    string
  >;
  'dnd.info': Method<
    { readonly user?: string | undefined; readonly team_id?: string | undefined },
    DoNotDisturb
  >;
  'dnd.teamInfo': Method<
    {
      readonly users: string | readonly string[];
      readonly team_id?: string | undefined;
    },
    {
      readonly users: Readonly<Record<string, DoNotDisturb>>;
    }
  >;
  'dnd.setSnooze': Method<
    {
      readonly num_minutes: number | string;
    },
    {
      readonly snooze_enabled: boolean;
      /** Seconds since 1970. */
      readonly snooze_endtime: number;
      /** In seconds. */
      readonly snooze_remaining: number;
    }
  >;
}
