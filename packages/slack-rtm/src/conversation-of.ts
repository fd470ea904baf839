import type { SlackEvent, SlackFrame } from './events.js';

/**
 * The id of the conversation in which an event happened, wherever the event has it: `channel`, `channel.id`, `channel_id`,
 * `item.channel` and the like. `undefined` for what happened in none, or in several.
 *
 * @example
 * ```ts
 * import { conversationOf, type SlackRtm } from '@x/slack-rtm';
 *
 * export async function* eventsIn(slack: SlackRtm, channel: string): AsyncGenerator<string> {
 *   for await (const event of slack.events()) if (conversationOf(event) === channel) yield event.type;
 * }
 * ```
 */
export function conversationOf(event: SlackEvent | SlackFrame): string | undefined {
  const fields = event as Readonly<Record<string, unknown>>;
  const { channel, channel_id: id, item, data, assistant_thread: thread } = fields;
  const candidates = [
    channel,
    Object(channel).id,
    id,
    Object(item).channel,
    Object(thread).channel_id,
    // Of an event whose type is not known, the frame as it came.
    event.type === 'unknown' && data !== undefined ? conversationOf(data as SlackFrame) : undefined,
  ];
  return candidates.find((candidate): candidate is string => typeof candidate === 'string');
}
