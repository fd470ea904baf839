import { readMessage } from '../../input/read-message.js';
import { readSearch } from '../../input/read-search.js';
import type { JsonObject } from '../../render/json.js';
import { renderMessage } from '../../render/message.js';
import { render } from '../../render/render.js';
import { type Message, messagesOf, sendMessage } from '../../state/conversation.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found, selfOf } from '../found.js';
import { messagePage } from './message-page.js';

export const messageHandlers: Handlers = {
  'GET /chatter/users/{userId}/messages': listMessages,
  'POST /chatter/users/{userId}/messages': send,
  'GET /chatter/users/{userId}/messages/{messageId}': readOne,
};

/** Message Collection: a page of messages, newest first; with `q` those that contain it. */
export function renderMessages(messages: readonly Message[], path: string, call: Call): JsonObject {
  const wanted = readSearch(call.query.get('q'));
  const items = messages.filter((message) => wanted?.test(message.text) ?? true);
  const page = messagePage({ items, messageIdOf: (message) => message.id, path }, call);
  const rendered = page.items.map((message) => renderMessage(message, call.context));
  return render('MessageCollection', { ...page.links, messages: rendered }, call.context);
}

function listMessages(call: Call): Answer {
  const { id } = selfOf(call);
  const path = `/chatter/users/${id}/messages`;
  return { status: 200, body: renderMessages(messagesOf(call.state, id), path, call) };
}

async function send(call: Call): Promise<Answer> {
  selfOf(call);
  const message = sendMessage(call.state, readMessage(await call.input(), call));
  return { status: 201, body: renderMessage(message, call.context) };
}

function readOne(call: Call): Answer {
  const { id } = selfOf(call);
  const message = found(call.state.messages.get(call.id('messageId')));
  found([message.senderId, ...message.recipientIds].includes(id) ? message : undefined);
  return { status: 200, body: renderMessage(message, call.context) };
}
