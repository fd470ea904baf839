import type { AppEvents } from './app-events.js';
import type { ConnectionEvents } from './connection-events.js';
import type { ConversationEvents } from './conversation-events.js';
import type { FileEvents } from './file-events.js';
import type { MessageEvents } from './message-events.js';
import type { PeopleEvents } from './people-events.js';
import type { TeamEvents } from './team-events.js';

/**
 * The events of Slack by their names on the wire, with fields named as on the wire. A name that is not among them comes as
 * `unknown`, with the frame as it came.
 *
 * @example
 * ```ts
 * import type { SlackEventMap } from '@x/slack-rtm';
 *
 * export const emojiOf = ({ reaction }: SlackEventMap['reaction_added']): string => `:${reaction}:`;
 * ```
 */
export interface SlackEventMap
  extends
    ConnectionEvents,
    ConversationEvents,
    MessageEvents,
    FileEvents,
    PeopleEvents,
    TeamEvents,
    AppEvents {}
