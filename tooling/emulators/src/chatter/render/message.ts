import type { Message } from '../state/conversation.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { Json, JsonObject } from './json.js';
import { renderMessageBody } from './message-body.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';

/** Message: a private one. Its text is plain; nothing in it becomes a link or a mention. */
export function renderMessage(message: Message, context: RenderContext): JsonObject {
  const { id, conversationId, senderId, recipientIds, text, sentAt } = message;
  return render(
    'Message',
    {
      body: renderMessageBody([{ type: 'Text', text }], context),
      conversationId,
      conversationUrl: conversationUrl(conversationId, context),
      id,
      recipients: renderPeople(recipientIds, context),
      sender: renderPeople([senderId], context)[0] ?? null,
      sentDate: isoDate(sentAt),
      url: resourceUrl(context, `/chatter/users/${context.viewer.id}/messages/${id}`),
    },
    context,
  );
}

export function conversationUrl(id: string, context: RenderContext): string {
  return resourceUrl(context, `/chatter/users/${context.viewer.id}/conversations/${id}`);
}

/** The users of these ids that there are. */
export function renderPeople(ids: readonly string[], context: RenderContext): Json[] {
  return ids.flatMap((id) => {
    const user = context.state.users.get(id);
    return user === undefined ? [] : [renderUserSummary(user, context)];
  });
}
