import type { Clock } from '@x/http-core';
import type { CaughtUpEvent, SlackFrame } from '../events.js';
import type { Doubt } from '../rtm/replies.js';
import type { SlackWeb } from '../web.js';

/** What a catch-up is told. */
export interface CatchUpOptions {
  readonly clock: Clock;
  readonly web: SlackWeb;
  /** Which conversations; without it those that are active. */
  readonly wants: ((channel: string) => boolean) | undefined;
  /** How many calls may be made for one gap. */
  readonly maxCalls: number;
  /** Tells of a frame that is new. */
  readonly tell: (frame: SlackFrame) => void;
  /** Tells that it is done. */
  readonly done: (event: CaughtUpEvent) => void;
  /** Whether a message is one that was sent from here. */
  readonly isSent: (message: SlackFrame) => boolean;
  /** Which messages are in doubt. */
  readonly doubts: () => readonly Doubt[];
}
