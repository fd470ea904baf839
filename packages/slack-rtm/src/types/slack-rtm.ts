import type { Conversation } from './conversation.js';
import type { Self } from './methods/team.js';
import type { SlackAnswer } from './result.js';
import type { SlackLive } from './slack-live.js';
import type { Bot, Team, User } from './user.js';

/** What Slack answered to whoever asked for a connection, without its address, which opens one. */
export interface RtmWelcome extends SlackAnswer {
  readonly self: Self;
  readonly team: Team;
  /** The lists that `rtm.start` once answered. Slack sends them no more; servers that speak as it once did may. */
  readonly channels?: readonly Conversation[];
  readonly groups?: readonly Conversation[];
  readonly mpims?: readonly Conversation[];
  readonly ims?: readonly Conversation[];
  readonly users?: readonly User[];
  readonly bots?: readonly Bot[];
}

/** A live client of RTM. */
export interface SlackRtm extends SlackLive {
  /** What the latest call of `rtm.connect` or `rtm.start` answered; undefined before the first connection. */
  readonly welcome: RtmWelcome | undefined;
}
