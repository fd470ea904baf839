import { badRequest, notFound } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { readMessage, type AuthorInput } from '../../input/v2/message.js';
import { readUser } from '../../input/v2/user-reference.js';
import type { Service } from '../../service.js';
import { businessAuthor, userAuthor } from '../../state/authors.js';
import { clearMessages, participates, removeMessage } from '../../state/conversations.js';
import { postDraft } from '../../state/messages.js';
import type { Author, Conversation, Message } from '../../state/model/index.js';
import { viewMessage } from '../../views/v2/index.js';
import { parameter, type AppCall, type V2Route } from '../route.js';
import { pageOf } from './paging.js';
import { conversationOf } from './targets.js';

const pageSize = 100;
const messages = '/conversations/:conversation/messages';

export function messageRoutes(service: Service): V2Route[] {
  const { store, switches } = service;
  return [
    {
      method: 'POST',
      path: messages,
      async handle(call) {
        const input = readMessage(await jsonBody(call.request), service.ids);
        const conversation = conversationOf(store, call);
        const draft = { ...input, author: authorOf(service, call, conversation, input.author) };
        const readsShorthand = switches.shorthandInV2 && draft.author.type === 'business';
        const added = postDraft(service, call.app, conversation, draft, readsShorthand);
        return { status: 201, body: { messages: added.map(viewMessage) } };
      },
    },
    {
      method: 'GET',
      path: messages,
      handle(call) {
        const page = pageOf(service, call, listed(service, call), {
          size: pageSize,
          from: 'end',
        });
        return { body: { messages: page.items.map(viewMessage), ...page.envelope } };
      },
    },
    {
      method: 'DELETE',
      path: messages,
      handle(call) {
        clearMessages(service, conversationOf(store, call));
        return { body: {} };
      },
    },
    {
      method: 'DELETE',
      path: `${messages}/:message`,
      handle(call) {
        removeMessage(service, conversationOf(store, call), parameter(call, 'message'));
        return { body: {} };
      },
    },
  ];
}

/** A list of messages is a resource of its own, and so is missed under another name than the conversation. */
function listed({ store }: Service, { app, parameters }: AppCall): readonly Message[] {
  const conversation = store.conversations.get(parameters['conversation'] ?? '');
  if (conversation?.appId !== app.id) throw notFound();
  return conversation.messages;
}

function authorOf(
  { store }: Service,
  { app }: AppCall,
  conversation: Conversation,
  { type, body, displayName, avatarUrl, subtypes }: AuthorInput,
): Author {
  if (type === 'business')
    return businessAuthor(store.account, app.id, { name: displayName, avatarUrl, subtypes });
  const user = readUser(store, app.id, body);
  if (!participates(conversation, user.id)) throw badRequest('User is not a member of the conversation');
  return userAuthor(store, user, { name: displayName, avatarUrl });
}
