import { type Conversation, messagesIn } from '../state/conversation.js';
import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { conversationUrl, renderMessage, renderPeople } from './message.js';
import { render } from './render.js';

/** Conversation Summary: a conversation in a list, with its latest message. */
export function renderConversationSummary(conversation: Conversation, context: RenderContext): JsonObject {
  const { id, memberIds, unreadBy } = conversation;
  const latest = messagesIn(context.state, id)[0];
  return render(
    'ConversationSummary',
    {
      id,
      latestMessage: latest === undefined ? null : renderMessage(latest, context),
      members: renderPeople(memberIds, context),
      read: !unreadBy.has(context.viewer.id),
      url: conversationUrl(id, context),
    },
    context,
  );
}

/** Conversation Detail: a conversation with a page of its messages. */
export function renderConversationDetail(
  conversation: Conversation,
  messages: JsonObject,
  context: RenderContext,
): JsonObject {
  const { id, memberIds, unreadBy } = conversation;
  return render(
    'ConversationDetail',
    {
      conversationId: id,
      conversationUrl: conversationUrl(id, context),
      members: renderPeople(memberIds, context),
      messages,
      read: !unreadBy.has(context.viewer.id),
    },
    context,
  );
}
