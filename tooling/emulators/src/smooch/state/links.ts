import type { Service } from '../service.js';
import type { ClientRemoved, DeliveryError } from '../webhooks/events.js';
import { makePrimary, primaryClient } from './clients.js';
import { defaultConversation } from './conversations.js';
import type { App, Client, Conversation, Fields, PendingLink, User } from './model/index.js';

export interface NewLink {
  readonly type: string;
  readonly integrationId: string;
  /** What the channel will call the client: a number or an address. */
  readonly channelId: string;
  readonly primary: boolean;
  readonly criteria: Fields;
  readonly confirmation: PendingLink['confirmation'];
  readonly conversationId: string | undefined;
}

/** Begins to lead a user over to a channel: the client waits until the channel and the user agree. */
export function startLink(service: Service, app: App, user: User, input: NewLink): Client {
  const { type, integrationId, channelId, primary, criteria, confirmation, conversationId } = input;
  const client: Client = {
    id: service.ids.object(),
    type,
    integrationId,
    channelId,
    displayName: channelId,
    avatarUrl: undefined,
    status: 'pending',
    primary,
    lastSeen: undefined,
    linkedAt: undefined,
    appVersion: undefined,
    pushNotificationToken: undefined,
    info: {},
    link: { criteria, confirmation, conversationId },
  };
  user.clients.push(client);
  service.publish({
    kind: 'client:add',
    app,
    user,
    client,
    conversation: conversationOf(service, user, client),
    reason: 'channelLinking',
    at: service.clock.now(),
  });
  return client;
}

/** The channel has found whom it was asked for. */
export function matchLink(service: Service, app: App, user: User, client: Client): void {
  service.publish({
    kind: 'client:update',
    app,
    user,
    client,
    conversation: conversationOf(service, user, client),
    reason: 'matched',
    criteria: client.link?.criteria,
    at: service.clock.now(),
  });
}

/** The user wants to be written to on the channel, which now is one of theirs. */
export function confirmLink(service: Service, app: App, user: User, client: Client): void {
  const now = service.clock.now();
  const criteria = client.link?.criteria;
  const conversation = conversationOf(service, user, client);
  const becomesPrimary = client.primary || primaryClient(user) === undefined;
  client.status = 'active';
  client.linkedAt = now;
  client.lastSeen = now;
  client.link = undefined;
  client.displayName = client.channelId;
  client.info = criteria ?? {};
  if (becomesPrimary) makePrimary(user, client);
  service.publish({
    kind: 'client:update',
    app,
    user,
    client,
    conversation,
    reason: 'confirmed',
    criteria,
    at: now,
  });
}

/** The channel does not know them, or they do not want to: the client goes. */
export function failLink(
  service: Service,
  app: App,
  user: User,
  client: Client,
  error: DeliveryError = { code: 'not_found', message: 'The user could not be found on the channel' },
): void {
  removeClient(service, app, user, client, { reason: 'linkFailed', error });
}

/** Takes a channel from a user. The next one becomes the primary one. */
export function removeClient(
  service: Service,
  app: App,
  user: User,
  client: Client,
  { reason, error }: Pick<ClientRemoved, 'reason'> & { readonly error?: DeliveryError },
): void {
  const conversation = conversationOf(service, user, client);
  const wasPrimary = primaryClient(user) === client;
  user.clients = user.clients.filter((other) => other !== client);
  const next = user.clients.find(({ status }) => status !== 'pending');
  if (wasPrimary && next !== undefined) makePrimary(user, next);
  service.publish({
    kind: 'client:remove',
    app,
    user,
    client,
    conversation,
    reason,
    criteria: reason === 'linkFailed' ? client.link?.criteria : undefined,
    error,
    at: service.clock.now(),
  });
}

function conversationOf({ store }: Service, user: User, client: Client): Conversation | undefined {
  return store.conversations.get(client.link?.conversationId ?? '') ?? defaultConversation(store, user);
}
