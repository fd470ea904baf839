import type { SlackFrame } from '../events.js';

/** A conversation of which something may be missing. */
export interface Missing {
  readonly channel: string;
  /** After which message. */
  readonly oldest: string;
  /** After which message come all that are remembered: in threads that began there, replies may be missing. */
  readonly since: string;
  /** What was told last before. */
  readonly told: ReadonlySet<string>;
  /** What came over the connection meanwhile. */
  readonly held: SlackFrame[];
}

/** The gap that is being filled, or several that followed each other too fast. */
export interface Span {
  from: Date;
  to: Date;
  messages: number;
  channels: number;
  truncated: boolean;
}
