import type { Random } from '../../frame/index.js';
import { plainContent } from '../methods/content.js';
import type { Service } from '../service.js';
import { postMessage } from '../state/messages.js';
import type { Conversation, Message, User } from '../state/model.js';
import type { TimestampSource } from '../timestamps.js';
import { answers, endings, openings, subjects } from './grow-names.js';
import { inPast } from './past.js';

const spanMs = 180 * 86_400_000;

/** Of so many messages one begins a thread. */
const messagesPerThread = 8;

/** Fills a channel with so many messages of the last half year, about a third of them replies in threads. */
export function tellHistory(service: Service, random: Random, channel: Conversation, count: number): void {
  const end = service.clock.now();
  const stepMs = spanMs / (count + 1);
  let now = end - spanMs;
  const moving = inPast(service, () => Math.floor(now));
  const past: Service = { ...moving, timestamps: untaken(moving.timestamps, channel) };
  const authors = [...channel.members].flatMap((id) => service.store.users.get(id) ?? []);
  const threads: Message[] = [];
  for (let index = 0; index < count; index += 1) {
    now += stepMs;
    const thread = random.integer(3) === 0 ? threads.at(-1 - random.integer(4)) : undefined;
    const message = say(past, random, channel, {
      author: random.pick(authors),
      thread,
      text: thread === undefined ? remark(random, authors) : random.pick(answers),
    });
    if (thread === undefined && random.integer(messagesPerThread) === 0) threads.push(message);
  }
}

function say(
  past: Service,
  random: Random,
  channel: Conversation,
  said: { readonly author: User; readonly thread: Message | undefined; readonly text: string },
): Message {
  const { author, thread, text } = said;
  return postMessage(
    past,
    channel,
    {
      ...plainContent(past, text, author),
      userId: author.id,
      botId: author.botId,
      clientMessageId: author.botId === undefined ? past.ids.clientMessage() : undefined,
      threadTs: thread?.ts,
      ...(random.integer(25) === 0 ? { reactions: [{ name: '+1', userIds: [author.id] }] } : {}),
    },
    { broadcast: thread !== undefined && random.integer(30) === 0 },
  );
}

function remark(random: Random, authors: readonly User[]): string {
  const mention = random.integer(12) === 0 ? `<@${random.pick(authors).id}> ` : '';
  return `${mention}${random.pick(openings)} ${random.pick(subjects)} ${random.pick(endings)}`;
}

/** Timestamps that no message of the channel has, however often the same time is told of. */
function untaken(timestamps: TimestampSource, { messages }: Conversation): TimestampSource {
  return {
    next() {
      let ts = timestamps.next();
      while (messages.get(ts) !== undefined) ts = timestamps.next();
      return ts;
    },
  };
}
