import type { Cut } from '../parse/cut.js';
import type { Context } from './context.js';
import type { Source } from './facts.js';
import type { MessageFacts } from './message-facts.js';
import type { Message } from './message.js';

/**
 * Where the facts of a message come from, in the order in which they are asked. Each is loaded with the first question to
 * it: a program that hears of everything by events needs none.
 */
export function messageSources(
  context: Context,
  message: Message,
  cut: () => Cut | undefined,
): readonly Source<MessageFacts>[] {
  /** What events and pages have only the beginning of. */
  const whole: Source<MessageFacts> = {
    keys: ['content'],
    async load(call) {
      const how = cut();
      if (how === undefined) return {};
      const { loadWholeContent } = await import('../reading-messages.js');
      const { id } = await message.room;
      return { content: await loadWholeContent(context, id, message.id, how, call) };
    },
  };
  /** With the neighbours. Of what was never edited or pinned, it tells the rest of that, too. */
  const transcript: Source<MessageFacts> = {
    keys: ['room', 'content', 'owner', 'parent', 'deleted', 'edited', 'stars', 'starredByYou', 'pinned'],
    load: async (call) => (await import('../reading-messages.js')).loadTranscript(context, message, call),
  };
  /** The same to the account, where the page was read by nobody. */
  const ownStar: Source<MessageFacts> = {
    keys: ['starredByYou'],
    load: async (call) => (await import('../reading-messages.js')).loadOwnStar(context, message, call),
  };
  const history: Source<MessageFacts> = {
    keys: ['edits', 'editor', 'pins', 'pinners'],
    load: async (call) => (await import('../reading-messages.js')).loadHistory(context, message, call),
  };
  const source: Source<MessageFacts> = {
    keys: ['contentSource'],
    load: async (call) => (await import('../reading-messages.js')).loadSource(context, message, call),
  };
  const feed: Source<MessageFacts> = {
    keys: ['timeStamp', 'edits', 'pins', 'pinners'],
    load: async (call) => (await import('../reading-messages.js')).loadFromFeed(context, message, call),
  };
  const sourceInHistory = { ...history, keys: ['contentSource'] as const };
  return [whole, transcript, whole, ownStar, history, source, sourceInHistory, feed];
}
