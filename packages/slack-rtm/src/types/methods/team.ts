import type { OtherFields } from '../open.js';
import type { Authorization } from '../socket-mode.js';
import type { Team } from '../user.js';
import type { CursorArguments } from './arguments.js';
import type { Method } from './method.js';

/** Whom a token acts as. */
export interface Self {
  readonly id: string;
  readonly name: string;
}

/** What `rtm.connect` and `rtm.start` take. */
export interface RtmArguments {
  readonly batch_presence_aware?: boolean | undefined;
  readonly presence_sub?: boolean | undefined;
}

/** A workspace as `auth.teams.list` tells of it; `team.info` tells more. */
export interface ListedTeam extends OtherFields {
  readonly id: string;
  readonly name: string;
}

/** The workspace, who a token acts for, apps and their connections. */
export interface TeamMethods {
  'api.test': Method<
    {
      /** Answers with this error. */
      readonly error?: string | undefined;
    },
    {
      readonly args?: OtherFields;
    }
  >;
  'auth.test': Method<
    object,
    {
      readonly url: string;
      readonly team: string;
      readonly user: string;
      readonly team_id: string;
      readonly user_id: string;
      readonly bot_id?: string;
      readonly enterprise_id?: string;
      readonly is_enterprise_install?: boolean;
      /** In seconds, of a token that expires. */
      readonly expires_in?: number;
    }
  >;
  'auth.revoke': Method<
    {
      /** Only says whether it would work. */
      readonly test?: boolean | undefined;
    },
    {
      readonly revoked: boolean;
    }
  >;
  'auth.teams.list': Method<
    CursorArguments & {
      readonly include_icon?: boolean | undefined;
    },
    {
      readonly teams: readonly ListedTeam[];
    },
    ListedTeam
  >;
  'team.info': Method<
    {
      readonly team?: string | undefined;
      readonly domain?: string | undefined;
    },
    {
      readonly team: Team;
    }
  >;
  'emoji.list': Method<
    {
      readonly include_categories?: boolean | undefined;
    },
    {
      /** The address of each picture, or `alias:name`. */
      readonly emoji: Readonly<Record<string, string>>;
      readonly categories?: readonly OtherFields[];
    },
    [name: string, address: string]
  >;
  'rtm.connect': Method<
    RtmArguments,
    {
      readonly url: string;
      readonly self: Self;
      readonly team: Team;
    }
  >;
  'rtm.start': Method<
    RtmArguments & {
      readonly simple_latest?: boolean | undefined;
      readonly no_unreads?: boolean | undefined;
      readonly mpim_aware?: boolean | undefined;
      readonly no_latest?: boolean | undefined;
      readonly include_locale?: boolean | undefined;
    },
    {
      readonly url: string;
      readonly self: Self;
      readonly team: Team;
    }
  >;
  /** With the token of an app, and not in a page. */
  'apps.connections.open': Method<
    object,
    {
      /** Opens the connection to whoever has it. */
      readonly url: string;
    }
  >;
  /** With the token of an app, and not in a page. */
  'apps.event.authorizations.list': Method<
    {
      readonly event_context: string;
      readonly cursor?: string | undefined;
      readonly limit?: number | undefined;
    },
    {
      readonly authorizations: readonly Authorization[];
    },
    Authorization
  >;
  'views.open': Method<
    {
      readonly trigger_id?: string | undefined;
      readonly interactivity_pointer?: string | undefined;
      readonly view: object;
    },
    {
      readonly view: OtherFields & { readonly id: string };
    }
  >;
}
