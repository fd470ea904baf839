import { requireConversationScope } from '../auth/scopes.js';
import { SlackError } from '../errors.js';
import { renderMessage } from '../render/message.js';
import { requireConversation, requireMembership } from '../state/conversations.js';
import { countBefore } from '../state/message-log.js';
import type { Conversation, Message } from '../state/model.js';
import { microsOf } from '../timestamps.js';
import type { Arguments } from '../wire/arguments.js';
import { pageStep } from '../wire/paging.js';
import type { MessageWindow } from './message-window.js';
import type { Answer, Call } from './method.js';

/** The conversation asked about, if the caller may read what was said there. */
export function readableConversation({ service, args, token, user }: Call): Conversation {
  const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
  requireConversationScope(service, token, conversation.kind, 'history');
  // People may look into any public channel, bots only where they were invited.
  if (user.botId !== undefined) requireMembership(conversation, user.id);
  return conversation;
}

/** One page of messages, `usualLimit` of them where the call does not say how many. `lead` comes first of all, whatever the window. */
export function messagePage(
  { service, args }: Call,
  conversation: Conversation,
  { list, start, end }: MessageWindow,
  options: { readonly usualLimit: number; readonly newestFirst: boolean; readonly lead?: Message },
): Answer {
  const { newestFirst, lead } = options;
  const limit = args.count('limit', 'invalid_limit') ?? options.usualLimit;
  const step = pageStep(service, 'next_ts', args.text('cursor'), limit);
  const leading = lead === undefined || step.key !== undefined || step.size === 0 ? [] : [lead];
  const size = step.size - leading.length;
  const micros = Number(step.key);
  const isShown = metadataFilter(args);
  let items: readonly Message[];
  let next: Message | undefined;
  if (newestFirst) {
    const until = step.key === undefined ? end : Math.min(end, countBefore(list, micros + 1));
    const from = Math.max(start, until - size);
    items = list.slice(from, until).toReversed();
    next = from > start ? list[from - 1] : undefined;
  } else {
    const from = step.key === undefined ? start : Math.max(start, countBefore(list, micros));
    items = list.slice(from, Math.min(end, from + size));
    next = from + size < end ? list[from + size] : undefined;
  }
  return {
    messages: [...leading, ...items].map((message) =>
      renderMessage(
        service.store,
        conversation,
        isShown(message) ? message : { ...message, metadata: undefined },
      ),
    ),
    has_more: next !== undefined,
    ...(next === undefined
      ? {}
      : { response_metadata: { next_cursor: step.nextCursor(String(microsOf(next.ts))) } }),
  };
}

/** Whose metadata are shown: nobody's, unless all or those of some kinds are asked for. */
function metadataFilter(args: Arguments): (message: Message) => boolean {
  const kinds = args.json('metadata_keys_to_include', 'invalid_metadata_filter_keys');
  if (kinds === undefined) {
    const isAll = args.flag('include_all_metadata');
    return () => isAll;
  }
  if (!Array.isArray(kinds)) throw new SlackError('invalid_metadata_filter_keys');
  return ({ metadata }) =>
    metadata !== undefined && 'event_type' in metadata && kinds.includes(metadata.event_type);
}
