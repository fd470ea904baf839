import { requireConversationScope } from '../auth/scopes.js';
import { renderMessage } from '../render/message.js';
import { requireConversation, requireMembership } from '../state/conversations.js';
import type { Conversation, Message } from '../state/model.js';
import { microsOf } from '../timestamps.js';
import { pageOf } from '../wire/paging.js';
import type { Answer, Call } from './method.js';

/** The conversation asked about, if the caller may read what was said there. */
export function readableConversation({ service, args, token, user }: Call): Conversation {
  const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
  requireConversationScope(service, token, conversation.kind, 'history');
  // People may look into any public channel, bots only where they were invited.
  if (user.botId !== undefined) requireMembership(conversation, user.id);
  return conversation;
}

/** One page of messages, `usualLimit` of them where the call does not say how many. */
export function messagePage(
  { service, args }: Call,
  conversation: Conversation,
  messages: readonly Message[],
  usualLimit: number,
): Answer {
  const { store, switches } = service;
  const page = pageOf({
    items: messages,
    kind: 'next_ts',
    keyOf: (message) => String(microsOf(message.ts)),
    cursor: args.text('cursor'),
    limit: args.count('limit', 'invalid_limit') ?? usualLimit,
    switches,
  });
  return {
    messages: page.items.map((message) => renderMessage(store, conversation, message)),
    has_more: page.next !== undefined,
    ...(page.next === undefined ? {} : { response_metadata: { next_cursor: page.nextCursor } }),
  };
}
