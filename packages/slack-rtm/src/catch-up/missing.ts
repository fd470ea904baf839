import type { SlackFrame } from '../events.js';

/** A conversation of which something may be missing. */
export interface Missing {
  readonly channel: string;
  /** After which message. */
  readonly oldest: string;
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
