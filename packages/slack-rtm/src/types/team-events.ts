import type { EventOf } from './event-base.js';
import type { Open, OtherFields } from './open.js';

/** A group of users that can be mentioned. */
export interface UserGroup extends OtherFields {
  readonly id: string;
  readonly team_id?: string;
  readonly name?: string;
  readonly handle?: string;
  readonly description?: string;
  /** Seconds since 1970. */
  readonly date_create?: number;
  /** Seconds since 1970. */
  readonly date_update?: number;
  /** Seconds since 1970; 0 while it exists. */
  readonly date_delete?: number;
  /** At most 500 of them. */
  readonly users?: readonly string[];
  readonly user_count?: number | string;
}

type OfGroup<Type extends string> = EventOf<Type, { subteam: UserGroup }>;
type OfProfile<Type extends string, Field> = EventOf<Type, { profile: { fields: readonly Field[] } }>;

/** What happens to groups of users and to the workspace itself. */
export interface TeamEvents {
  subteam_created: OfGroup<'subteam_created'>;
  subteam_updated: OfGroup<'subteam_updated'>;
  subteam_members_changed: EventOf<
    'subteam_members_changed',
    {
      subteam_id: string;
      team_id?: string;
      added_users?: readonly string[];
      added_users_count?: number | string;
      removed_users?: readonly string[];
      removed_users_count?: number | string;
      date_update?: number;
      date_previous_update?: number;
    }
  >;
  subteam_self_added: EventOf<'subteam_self_added', { subteam_id: string }>;
  subteam_self_removed: EventOf<'subteam_self_removed', { subteam_id: string }>;
  /** Without a `subtype` every custom emoji may be another. */
  emoji_changed: EventOf<
    'emoji_changed',
    {
      subtype?: Open<'add' | 'remove' | 'rename'>;
      name?: string;
      names?: readonly string[];
      old_name?: string;
      new_name?: string;
      value?: string;
    }
  >;
  commands_changed: EventOf<'commands_changed'>;
  apps_uninstalled: EventOf<'apps_uninstalled', { app_id?: string }>;
  team_rename: EventOf<'team_rename', { name: string; team_id?: string }>;
  team_domain_change: EventOf<'team_domain_change', { url: string; domain: string; team_id?: string }>;
  email_domain_changed: EventOf<'email_domain_changed', { email_domain: string }>;
  team_pref_change: EventOf<'team_pref_change', { name: string; value: unknown }>;
  team_plan_change: EventOf<
    'team_plan_change',
    {
      plan: Open<'' | 'std' | 'plus' | 'compliance' | 'enterprise'>;
      can_add_ura?: boolean;
      paid_features?: readonly string[];
    }
  >;
  team_profile_change: OfProfile<'team_profile_change', OtherFields & { readonly id: string }>;
  team_profile_delete: OfProfile<'team_profile_delete', string>;
  team_profile_reorder: OfProfile<'team_profile_reorder', { readonly id: string; readonly ordering: number }>;
}
