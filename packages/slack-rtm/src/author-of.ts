import type { MessageContent } from './types/message.js';

/**
 * Whose message it is: the id of the user, else of the bot. Of an event that only tells of another message, the author of that
 * one. `undefined` where Slack does not say.
 *
 * @example
 * ```ts
 * import { authorOf, type SlackRtm } from '@x/slack-rtm';
 *
 * export const listen = (slack: SlackRtm): (() => void) =>
 *   slack.on('message', (message) => {
 *     if (authorOf(message) !== slack.self?.id) console.log(message.text);
 *   });
 * ```
 */
export function authorOf(message: MessageContent): string | undefined {
  const { user, bot_id: bot, message: changed, previous_message: deleted } = message;
  const other = changed ?? deleted;
  return other === undefined ? (user ?? bot ?? undefined) : authorOf(other as MessageContent);
}
