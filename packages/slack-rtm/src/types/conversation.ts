import type { HistoryMessage } from './message.js';
import type { OtherFields } from './open.js';

/** A topic or a purpose. */
export interface Note {
  readonly value: string;
  readonly creator: string;
  /** Seconds since 1970; 0 for never. */
  readonly last_set: number;
}

/**
 * A channel, private channel, group message (`is_mpim`) or direct message (`is_im`). What kind it is, its flags say and never
 * the first letter of its id. Lists tell less of it than `conversations.info` does, and events less still.
 */
export interface Conversation extends OtherFields {
  readonly id: string;
  /** Absent from a direct message. */
  readonly name?: string;
  readonly name_normalized?: string;
  readonly previous_names?: readonly string[];
  /** Seconds since 1970. */
  readonly created?: number | string;
  readonly creator?: string;
  readonly is_channel?: boolean;
  readonly is_group?: boolean;
  readonly is_im?: boolean;
  readonly is_mpim?: boolean;
  readonly is_private?: boolean;
  readonly is_general?: boolean;
  readonly is_archived?: boolean;
  readonly is_shared?: boolean;
  readonly is_ext_shared?: boolean;
  /** Whether the token's user is in it. */
  readonly is_member?: boolean;
  readonly is_open?: boolean;
  readonly num_members?: number;
  readonly topic?: Note;
  readonly purpose?: Note;
  /** Of a direct message: the other one. */
  readonly user?: string;
  /** Up to where it was read. */
  readonly last_read?: string;
  /** The last message, where it was told or has come. */
  readonly latest?: HistoryMessage | null;
  readonly unread_count?: number;
  readonly unread_count_display?: number;
  /** Milliseconds since 1970, unlike every other time of Slack's. */
  readonly updated?: number;
}
