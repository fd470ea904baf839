import type { InvitedEvent } from './conversation-events.js';
import type { EventOf } from './event-base.js';
import type { MessageContent } from './message.js';
import type { Open, OtherFields } from './open.js';

/** Where somebody talks to an assistant. */
export interface AssistantThread extends OtherFields {
  readonly user_id: string;
  readonly channel_id: string;
  readonly thread_ts: string;
  readonly context?: OtherFields;
}

/** A link in a message, of a domain that an app unfurls. */
export interface SharedLink extends OtherFields {
  readonly domain: string;
  readonly url: string;
}

type OfAssistant<Type extends string> = EventOf<Type, { assistant_thread: AssistantThread }>;
type OfOrganisation<Type extends string> = EventOf<Type, { enterprise_id: string }>;
type OfMetadata<Type extends string> = EventOf<
  Type,
  {
    channel_id?: string;
    message_ts?: string;
    user_id?: string;
    app_id?: string;
    metadata?: OtherFields;
    previous_metadata?: OtherFields;
  }
>;
type OfTeams<Type extends string> = EventOf<Type, { team_ids: readonly string[] }>;
type OfResources<Type extends string> = EventOf<Type, { resources: readonly OtherFields[] }>;
type OfScopes<Type extends string> = EventOf<
  Type,
  { scopes?: readonly string[]; trigger_id?: string; user?: string }
>;

/** What is told to apps: by the Events API and Socket Mode. Should RTM send one of them, it comes as `unknown`. */
export interface AppEvents {
  app_mention: EventOf<
    'app_mention',
    Omit<MessageContent, 'type' | 'ts'> & { channel: string; ts: string; user?: string }
  >;
  app_home_opened: EventOf<
    'app_home_opened',
    { user: string; channel: string; tab?: Open<'home' | 'messages'>; view?: OtherFields }
  >;
  app_installed: EventOf<'app_installed'>;
  app_uninstalled: EventOf<'app_uninstalled'>;
  app_deleted: EventOf<'app_deleted'>;
  app_requested: EventOf<'app_requested', { app_request: OtherFields }>;
  app_uninstalled_team: EventOf<'app_uninstalled_team'>;
  app_rate_limited: EventOf<
    'app_rate_limited',
    { team_id: string; api_app_id: string; minute_rate_limited: number }
  >;
  app_context_changed: EventOf<'app_context_changed'>;
  agent_session_stopped: EventOf<'agent_session_stopped'>;
  agent_session_title_changed: EventOf<'agent_session_title_changed'>;
  assistant_thread_started: OfAssistant<'assistant_thread_started'>;
  assistant_thread_context_changed: OfAssistant<'assistant_thread_context_changed'>;
  call_rejected: EventOf<
    'call_rejected',
    { call_id: string; user_id: string; channel_id?: string; external_unique_id?: string }
  >;
  entity_details_requested: EventOf<'entity_details_requested'>;
  entity_comments_requested: EventOf<'entity_comments_requested'>;
  function_executed: EventOf<
    'function_executed',
    {
      function: OtherFields;
      inputs: OtherFields;
      function_execution_id: string;
      workflow_execution_id?: string;
      bot_access_token?: string;
    }
  >;
  grid_migration_started: OfOrganisation<'grid_migration_started'>;
  grid_migration_finished: OfOrganisation<'grid_migration_finished'>;
  invite_requested: EventOf<'invite_requested', { invite_request: OtherFields }>;
  link_shared: EventOf<
    'link_shared',
    {
      channel: string;
      user: string;
      message_ts: string;
      thread_ts?: string;
      links: readonly SharedLink[];
      unfurl_id?: string;
      source?: Open<'composer' | 'conversations_history'>;
      is_bot_user_member?: boolean;
    }
  >;
  message_metadata_posted: OfMetadata<'message_metadata_posted'>;
  message_metadata_updated: OfMetadata<'message_metadata_updated'>;
  message_metadata_deleted: OfMetadata<'message_metadata_deleted'>;
  team_access_granted: OfTeams<'team_access_granted'>;
  team_access_revoked: OfTeams<'team_access_revoked'>;
  tokens_revoked: EventOf<
    'tokens_revoked',
    { tokens: { oauth?: readonly string[]; bot?: readonly string[] } }
  >;
  url_verification: EventOf<'url_verification', { challenge: string; token?: string }>;

  channel_shared: EventOf<'channel_shared', { channel: string; connected_team_id: string }>;
  channel_unshared: EventOf<
    'channel_unshared',
    { channel: string; previously_connected_team_id: string; is_ext_shared?: boolean }
  >;
  shared_channel_invite_accepted: InvitedEvent<
    'shared_channel_invite_accepted',
    { approval_required?: boolean; accepting_user?: OtherFields; teams_in_channel?: readonly OtherFields[] }
  >;
  shared_channel_invite_approved: InvitedEvent<
    'shared_channel_invite_approved',
    { approving_team_id?: string; approving_user?: OtherFields }
  >;
  shared_channel_invite_declined: InvitedEvent<
    'shared_channel_invite_declined',
    { declining_team_id?: string; declining_user?: OtherFields }
  >;
  shared_channel_invite_requested: EventOf<'shared_channel_invite_requested'>;

  /** Of workspace apps, which Slack gave up before they were released. */
  resources_added: OfResources<'resources_added'>;
  resources_removed: OfResources<'resources_removed'>;
  scope_granted: OfScopes<'scope_granted'>;
  scope_denied: OfScopes<'scope_denied'>;
  user_resource_granted: OfScopes<'user_resource_granted'>;
  user_resource_denied: OfScopes<'user_resource_denied'>;
  user_resource_removed: OfScopes<'user_resource_removed'>;
}
