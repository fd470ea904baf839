import { readSearch } from '../../input/read-search.js';
import { renderConversationDetail, renderConversationSummary } from '../../render/conversation.js';
import { render } from '../../render/render.js';
import { type Conversation, conversationsOf, messagesIn } from '../../state/conversation.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found, selfOf } from '../found.js';
import { messagePage } from './message-page.js';
import { renderMessages } from './messages.js';

const markRead = '/chatter/users/{userId}/conversations/{conversationId}/mark-read';

/** More are not counted. */
const mostUnread = 50;

export const conversationHandlers: Handlers = {
  'GET /chatter/users/{userId}/conversations': listConversations,
  'GET /chatter/users/{userId}/conversations/unread-count': countUnread,
  'GET /chatter/users/{userId}/conversations/{conversationId}': (call) => answer(call, conversationOf(call)),
  'PATCH /chatter/users/{userId}/conversations/{conversationId}': async (call) => {
    const conversation = conversationOf(call);
    await mark(call, conversation);
    return answer(call, conversation);
  },
  // As it was before there was PATCH.
  [`POST ${markRead}`]: markOnly,
  [`PUT ${markRead}`]: markOnly,
};

function answer(call: Call, conversation: Conversation): Answer {
  const path = `/chatter/users/${call.user.id}/conversations/${conversation.id}`;
  const messages = renderMessages(messagesIn(call.state, conversation.id), path, call);
  return { status: 200, body: renderConversationDetail(conversation, messages, call.context) };
}

/** The conversations of the caller, that with the latest message first; with `q` those in which it was said. */
function listConversations(call: Call): Answer {
  const { state, context, query } = call;
  const { id: userId } = selfOf(call);
  const wanted = readSearch(query.get('q'));
  const items = conversationsOf(state, userId).filter(
    ({ id }) => wanted === undefined || messagesIn(state, id).some((message) => wanted.test(message.text)),
  );
  const path = `/chatter/users/${userId}/conversations`;
  const messageIdOf = ({ id }: Conversation): string => messagesIn(state, id)[0]?.id ?? '';
  const page = messagePage({ items, messageIdOf, path }, call);
  const conversations = page.items.map((conversation) => renderConversationSummary(conversation, context));
  return {
    status: 200,
    body: render('ConversationSummaryCollection', { ...page.links, conversations }, context),
  };
}

function countUnread(call: Call): Answer {
  const { id } = selfOf(call);
  const unread = conversationsOf(call.state, id).filter(({ unreadBy }) => unreadBy.has(id)).length;
  const values = { hasMore: unread > mostUnread, unreadCount: Math.min(unread, mostUnread) };
  return { status: 200, body: render('ConversationUnreadCount', values, call.context) };
}

async function markOnly(call: Call): Promise<Answer> {
  await mark(call, conversationOf(call));
  return { status: 204 };
}

async function mark(call: Call, { unreadBy }: Conversation): Promise<void> {
  const isRead = (await call.input()).fields.needBoolean('read');
  if (isRead) unreadBy.delete(call.user.id);
  else unreadBy.add(call.user.id);
}

function conversationOf(call: Call): Conversation {
  const { id } = selfOf(call);
  const conversation = found(call.state.conversations.get(call.id('conversationId')));
  return found(conversation.memberIds.includes(id) ? conversation : undefined);
}
