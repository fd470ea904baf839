import { badRequest } from '../errors.js';
import type { Destination } from '../input/destination.js';
import type { MessageInput } from '../input/message.js';
import type { Service } from '../service.js';
import { publishDeliveries } from '../webhooks/channel.js';
import { apiSource, linkedClients, primaryClient, sourceOf } from './clients.js';
import { businessAuthor, userAuthor } from './authors.js';
import { appendMessage, defaultConversation, ownerOf, startConversation } from './conversations.js';
import { withStoredMedia } from './media.js';
import type { App, Client, Content, Conversation, Message, Metadata, Author, User } from './model/index.js';
import { expanded } from './shorthand.js';

export interface Added {
  readonly conversation: Conversation;
  readonly message: Message;
  /** What the text of one post became beside its message. */
  readonly extraMessages: readonly Message[];
}

/** A message that is ready to be added. */
export interface Draft {
  readonly author: Author;
  readonly content: Content;
  readonly metadata: Metadata | undefined;
  readonly payload: string | undefined;
  readonly destination?: Destination | undefined;
  readonly activity?: Message['activity'];
  readonly references?: Message['references'];
}

/** Adds a message that came by v1 or v1.1 to the default conversation of a user, which begins with its first message. */
export function postMessage(service: Service, app: App, user: User, input: MessageInput): Added {
  const { store } = service;
  const conversation =
    defaultConversation(store, user) ??
    startConversation(service, app, {
      type: 'personal',
      participants: [{ user, subscribeSDKClient: false }],
      reason: 'message',
    });
  const author =
    input.role === 'appUser'
      ? userAuthor(store, user, input)
      : businessAuthor(store.account, app.id, { ...input, name: input.name ?? store.account.name });
  const [message, ...extraMessages] = postDraft(
    service,
    app,
    conversation,
    { ...input, author },
    input.role === 'appMaker',
  );
  return { conversation, message, extraMessages };
}

/** Adds a message that came by the API, with what the service fills in, and tells the webhooks. One post may become several messages. */
export function postDraft(
  service: Service,
  app: App,
  conversation: Conversation,
  draft: Draft,
  readsShorthand: boolean,
): readonly [Message, ...Message[]] {
  const contents = readsShorthand ? expanded(service, app.id, draft.content) : ([draft.content] as const);
  const [first, ...others] = contents;
  const add = (content: Content): Message => addOne(service, app, conversation, { ...draft, content });
  return [add(first), ...others.map(add)];
}

function addOne(service: Service, app: App, conversation: Conversation, draft: Draft): Message {
  const { author, metadata, payload, activity, references } = draft;
  const owner = ownerOf(service.store, conversation);
  const user = author.type === 'user' ? service.store.users.get(author.id) : owner;
  const client = user === undefined ? undefined : clientFor(user, draft.destination);
  const message = appendMessage(service, conversation, {
    author,
    content: withStoredMedia(service, draft.content),
    source: apiSource,
    metadata,
    payload,
    activity,
    references,
  });
  const recentNotifications = takeNotifications(conversation, author);
  service.publish({ kind: 'message', app, user, client, conversation, message, recentNotifications });
  if (author.type === 'business' && user !== undefined && client !== undefined) {
    publishDeliveries(service, { app, user, client, conversation, message });
  }
  return message;
}

/** The channel that a message goes to: the one asked for, or else the primary one. */
function clientFor(user: User, destination: Destination | undefined): Client | undefined {
  if (destination === undefined) return primaryClient(user);
  const { integrationId, integrationType } = destination;
  if (integrationType === 'none') return undefined;
  const found = linkedClients(user).find(
    (client) =>
      (integrationId === undefined || client.integrationId === integrationId) &&
      (integrationType === undefined || client.type === integrationType),
  );
  if (found === undefined) throw badRequest('The user has no client for the destination');
  return found;
}

/** What somebody sends by a channel. */
export interface Incoming {
  readonly content: Content;
  readonly metadata?: Metadata | undefined;
  readonly payload?: string | undefined;
  readonly quotedMessage?: Message['quotedMessage'];
  readonly campaignId?: string | undefined;
  /** Where it is said. Default: the default conversation. */
  readonly conversation?: Conversation;
}

/** Adds a message that the user wrote on one of their channels, and tells the webhooks. */
export function receiveMessage(
  service: Service,
  app: App,
  user: User,
  client: Client,
  { content, metadata, payload, quotedMessage, campaignId, conversation: named }: Incoming,
): { readonly conversation: Conversation; readonly message: Message } {
  const now = service.clock.now();
  client.lastSeen = now;
  const source = {
    ...sourceOf(client),
    originalMessageId: service.ids.externalMessage(),
    originalMessageTimestamp: now,
    campaignId,
  };
  const conversation =
    named ??
    defaultConversation(service.store, user) ??
    startConversation(service, app, {
      type: 'personal',
      participants: [{ user, subscribeSDKClient: false }],
      reason: 'message',
      source,
      client,
    });
  const message = appendMessage(service, conversation, {
    author: userAuthor(service.store, user, {}),
    content: withStoredMedia(service, content),
    source,
    metadata,
    payload,
    quotedMessage,
  });
  const recentNotifications = takeNotifications(conversation, message.author);
  service.publish({ kind: 'message', app, user, client, conversation, message, recentNotifications });
  return { conversation, message };
}

/** What is told along with what the user says next, and then no more. */
function takeNotifications(conversation: Conversation, by: Author): readonly Message[] {
  if (by.type !== 'user') return [];
  const taken = conversation.recentNotifications;
  conversation.recentNotifications = [];
  return taken;
}
