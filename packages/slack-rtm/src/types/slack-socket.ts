import type { Acknowledgeable } from '../socket-mode/delivery.js';
import type { SlackLive } from './slack-live.js';
import type {
  EventsApiEnvelope,
  InteractiveEnvelope,
  SlashCommandEnvelope,
  SocketModeDisconnect,
} from './socket-mode.js';

/** What Socket Mode delivers, as it comes, and what it says of its connections. */
export interface SocketModeEvents {
  /** Every event in its envelope, and news about the events themselves. The event is told by its own name as well. */
  events_api: EventsApiEnvelope & Acknowledgeable;
  slash_commands: SlashCommandEnvelope & Acknowledgeable;
  interactive: InteractiveEnvelope & Acknowledgeable;
  /** Slack ends a connection, or will. Another one is made by itself, unless the link is disabled. */
  disconnect: SocketModeDisconnect;
}

/** Listens to what comes by Socket Mode alone. */
export interface ListenToEnvelopes {
  <Type extends keyof SocketModeEvents>(
    type: Type,
    listener: (event: SocketModeEvents[Type]) => unknown,
    options?: { readonly signal?: AbortSignal | undefined },
  ): () => void;
}

/**
 * A live client of Socket Mode: that of RTM, and envelopes besides. What does not exist in Socket Mode, such as typing, is
 * refused with `usage` / `NOT_IN_SOCKET_MODE`.
 */
export interface SlackSocket extends SlackLive {
  /**
   * Listens as `SlackLive` says, and to `slash_commands`, `interactive`, `events_api` and `disconnect`. An envelope of a type that
   * this package does not know comes under its own name, and as `unknown`; `deliveryOf` tells how to acknowledge it.
   *
   * What came in an envelope is acknowledged when every listener who heard of it has returned, and the promises that they returned
   * are settled, and every iterator has handed it over; after 2.5 seconds at the latest.
   *
   * @example
   * ```ts
   * import type { SlackSocket } from '@x/slack-rtm';
   *
   * export const answer = (slack: SlackSocket): (() => void) =>
   *   slack.on('slash_commands', ({ payload, ack }) => {
   *     ack({ text: `You said ${payload.text}` });
   *   });
   * ```
   */
  readonly on: ListenToEnvelopes & SlackLive['on'];
}
