import type { CallOptions } from '@x/http-core';
import type { WireEvent } from './events.js';
import { readHistory } from './history.js';
import { readMessageNews, type MessageNews } from './learn-message.js';
import type { Context } from './model/context.js';
import { moment } from './model/moment.js';
import type { MessageFacts } from './model/message-facts.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';

/** How much is asked for at once: those before a message are asked for next, as a rule. */
const entriesAtOnce = 50;

/** What the history of its room says of a message: all counts, and its time to the second, where pages show minutes. */
export async function loadFromFeed(
  context: Context,
  message: Message,
  call?: CallOptions,
): Promise<Partial<MessageFacts>> {
  const room = await message.room;
  const askedAt = moment();
  const { events } = await readHistory(context.http, room.id, {
    count: entriesAtOnce,
    before: message.id + 1,
    call,
  });
  let facts: Partial<MessageFacts> = { timeStamp: undefined };
  for (const entry of events.toReversed()) {
    if (entry.event_type !== 1 || entry.message_id === undefined) continue;
    if (entry.message_id === message.id) {
      const news = newsOf(context, room, message, entry);
      message.hear({ facts: {}, cut: news.cut });
      facts = news.facts;
    } else {
      const neighbour = context.messages.peek(entry.message_id);
      neighbour?.hearFromPage(askedAt, newsOf(context, room, neighbour, entry));
    }
  }
  return facts;
}

/** What an entry of a room's history says of its message. */
export function newsOf(context: Context, room: Room, { known }: Message, entry: WireEvent): MessageNews {
  const { user_id: id, user_name: name } = entry;
  const user = id === undefined ? undefined : context.users.get(id).learn(name === undefined ? {} : { name });
  return readMessageNews(context, known, entry, { room, user });
}
