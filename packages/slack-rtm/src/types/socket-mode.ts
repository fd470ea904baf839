import type { SlackEventMap } from './event-map.js';
import type { Open, OtherFields } from './open.js';

/** The first frame of a Socket Mode connection. */
export interface SocketModeHello extends OtherFields {
  readonly type: 'hello';
  readonly connection_info?: { readonly app_id: string };
  /** How many connections the app has now, of ten. */
  readonly num_connections?: number;
  readonly debug_info?: OtherFields & {
    readonly host?: string;
    /** In seconds. */
    readonly approximate_connection_time?: number;
  };
}

/**
 * The connection will be closed, or is not wanted: `warning` some seconds before, `refresh_requested` at once,
 * `link_disabled` when Socket Mode was switched off.
 */
export interface SocketModeDisconnect extends OtherFields {
  readonly type: 'disconnect';
  readonly reason: Open<'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'>;
  readonly num_connections?: number;
  readonly connection_info?: { readonly app_id: string };
  readonly debug_info?: OtherFields & { readonly host?: string };
}

/** For whom an event is. */
export interface Authorization extends OtherFields {
  readonly enterprise_id: string | null;
  readonly team_id: string | null;
  readonly user_id: string;
  readonly is_bot: boolean;
  readonly is_enterprise_install?: boolean;
}

/** An event as the Events API delivers it. */
export interface EventCallback extends OtherFields {
  readonly type: 'event_callback';
  readonly event: SlackEventMap[keyof SlackEventMap] | (OtherFields & { readonly type: string });
  /** The same in every delivery of the event. */
  readonly event_id: string;
  /** Seconds since 1970. */
  readonly event_time: number;
  readonly team_id: string;
  readonly api_app_id: string;
  readonly authorizations?: readonly Authorization[];
  readonly event_context?: string;
  readonly is_ext_shared_channel?: boolean;
  readonly context_team_id?: string;
  readonly context_enterprise_id?: string | null;
}

/** What somebody typed after a slash. */
export interface SlashCommand extends OtherFields {
  readonly command: string;
  readonly text: string;
  readonly team_id: string;
  readonly team_domain: string;
  readonly channel_id: string;
  readonly channel_name: string;
  readonly user_id: string;
  readonly user_name: string;
  readonly api_app_id: string;
  readonly is_enterprise_install?: boolean | string;
  /** Takes answers later than an acknowledgement may be: five, within half an hour. */
  readonly response_url: string;
  /** Opens a dialogue, within three seconds. */
  readonly trigger_id: string;
}

/** Somebody used a button, a menu, a shortcut or a view. */
export interface Interaction extends OtherFields {
  readonly type: Open<
    | 'block_actions'
    | 'block_suggestion'
    | 'view_submission'
    | 'view_closed'
    | 'shortcut'
    | 'message_action'
    | 'interactive_message'
    | 'dialog_submission'
    | 'dialog_suggestion'
    | 'dialog_cancellation'
  >;
  readonly user: OtherFields & { readonly id: string };
  readonly team?: (OtherFields & { readonly id: string }) | null;
  readonly channel?: OtherFields & { readonly id: string };
  readonly callback_id?: string;
  readonly trigger_id?: string;
  readonly response_url?: string;
  readonly actions?: readonly OtherFields[];
  readonly view?: OtherFields;
}

/** What every frame has that is to be acknowledged. */
export interface Envelope<Type extends string, Payload> extends OtherFields {
  readonly type: Type;
  /** What an acknowledgement names. */
  readonly envelope_id: string;
  readonly payload: Payload;
  /** Whether an acknowledgement may bring an answer. */
  readonly accepts_response_payload: boolean;
}

/** An event, or news about the events themselves: `app_rate_limited` has no `event` in it. */
export interface EventsApiEnvelope extends Envelope<
  'events_api',
  EventCallback | SlackEventMap['app_rate_limited']
> {
  /** 0 the first time, at most 3. */
  readonly retry_attempt?: number;
  /** Why it is delivered again; empty the first time. */
  readonly retry_reason?: Open<'' | 'timeout'>;
}

/** A slash command. */
export type SlashCommandEnvelope = Envelope<'slash_commands', SlashCommand>;

/** An interaction. */
export type InteractiveEnvelope = Envelope<'interactive', Interaction>;

/**
 * The frames that Socket Mode sends. Others may come; they are to be acknowledged when they have an `envelope_id`.
 *
 * @example
 * ```ts
 * import type { SocketModeFrame } from '@x/slack-rtm';
 *
 * export function commandOf(frame: SocketModeFrame): string | undefined {
 *   return frame.type === 'slash_commands' ? `${frame.payload.command} ${frame.payload.text}` : undefined;
 * }
 * ```
 */
export type SocketModeFrame =
  | SocketModeHello
  | SocketModeDisconnect
  | EventsApiEnvelope
  | SlashCommandEnvelope
  | InteractiveEnvelope;
