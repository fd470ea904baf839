import { badRequest } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import { changed, changeMetadata, type MetadataChange } from '../../input/fields.js';
import { readConversationChange, readParticipants } from '../../input/v2/conversation.js';
import { readUser } from '../../input/v2/user-reference.js';
import type { Service } from '../../service.js';
import {
  conversationsOf,
  defaultConversation,
  ownerOf,
  startConversation,
} from '../../state/conversations.js';
import type { App, Conversation, Metadata } from '../../state/model/index.js';
import { requireUser } from '../../state/users.js';
import { viewConversation } from '../../views/v2/index.js';
import type { AppCall, V2Route } from '../route.js';
import { pageOf } from './paging.js';
import { conversationOf } from './targets.js';

export function conversationRoutes(service: Service): V2Route[] {
  const { store } = service;
  const show = (conversation: Conversation): { body: object } => ({
    body: { conversation: viewConversation(store, conversation) },
  });
  return [
    {
      method: 'POST',
      path: '/conversations',
      async handle({ app, request }) {
        return { status: 201, ...show(await create(service, app, request)) };
      },
    },
    {
      method: 'GET',
      path: '/conversations',
      handle(call) {
        const page = pageOf(service, call, filtered(service, call));
        const conversations = page.items.map((conversation) => viewConversation(store, conversation));
        return { body: { conversations, ...page.envelope } };
      },
    },
    {
      method: 'GET',
      path: '/conversations/:conversation',
      handle: (call) => show(conversationOf(store, call)),
    },
    {
      method: 'PATCH',
      path: '/conversations/:conversation',
      async handle(call) {
        const change = readConversationChange(await jsonBody(call.request));
        const conversation = conversationOf(store, call);
        conversation.displayName = changed(change.displayName, conversation.displayName);
        conversation.description = changed(change.description, conversation.description);
        conversation.iconUrl = changed(change.iconUrl, conversation.iconUrl);
        conversation.metadata = metadataAfter(conversation.metadata, change.metadata);
        return show(conversation);
      },
    },
    {
      method: 'DELETE',
      path: '/conversations/:conversation',
      handle(call) {
        const conversation = conversationOf(store, call);
        const { id, isDefault } = conversation;
        if (isDefault) throw badRequest(`Conversation ${id} cannot be deleted because it is the default.`);
        store.conversations.delete(id);
        const user = ownerOf(store, conversation);
        const client = undefined;
        service.publish({ kind: 'conversation:remove', app: call.app, conversation, user, client });
        return { body: {} };
      },
    },
  ];
}

async function create(service: Service, app: App, request: Request): Promise<Conversation> {
  const { store } = service;
  const body = await jsonBody(request);
  const { type, participants } = readParticipants(body);
  const change = readConversationChange(body);
  const users = participants.map(({ body: named, subscribeSDKClient }) => ({
    user: readUser(store, app.id, named),
    subscribeSDKClient,
  }));
  if (new Set(users.map(({ user }) => user)).size < users.length) {
    throw badRequest('User is already a participant');
  }
  const [first] = users;
  const hasOne = first !== undefined && defaultConversation(store, first.user) !== undefined;
  if (type === 'personal' && hasOne && !app.settings.multiConvoEnabled) {
    throw badRequest('The app does not allow more than one conversation per user');
  }
  return startConversation(service, app, {
    type,
    participants: users,
    displayName: changed(change.displayName, undefined),
    description: changed(change.description, undefined),
    iconUrl: changed(change.iconUrl, undefined),
    metadata: metadataAfter(undefined, change.metadata),
    reason: 'none',
  });
}

/** The conversations of the user that the filter names, the one that was written to last first. */
function filtered({ store }: Service, { app, query }: AppCall): Conversation[] {
  const userId = query.get('filter[userId]');
  const externalId = query.get('filter[userExternalId]');
  const reference = userId ?? externalId;
  if (reference === null || (userId !== null && externalId !== null)) {
    throw badRequest('Invalid page query parameters');
  }
  const user = requireUser(store, app.id, reference, query.get('brandId') ?? undefined);
  return conversationsOf(store, user.id).toSorted((one, other) => other.lastUpdatedAt - one.lastUpdatedAt);
}

function metadataAfter(
  metadata: Metadata | undefined,
  change: MetadataChange | undefined,
): Metadata | undefined {
  const after = changeMetadata(metadata ?? {}, change, 'Conversation metadata');
  return Object.keys(after).length === 0 ? undefined : after;
}
