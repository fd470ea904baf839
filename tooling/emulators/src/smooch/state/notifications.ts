import type { NotificationInput } from '../input/notification.js';
import type { Service } from '../service.js';
import { deliveryTo } from '../webhooks/channel.js';
import { businessAuthor } from './authors.js';
import { apiSource } from './clients.js';
import { defaultConversation, startConversation } from './conversations.js';
import { withStoredMedia } from './media.js';
import type { App, Client, Integration, Message, User } from './model/index.js';
import { createUser } from './users.js';

/**
 * Sends a message to an address on a channel, whoever is there, and gives the id of the notification. It begins the
 * conversation, and does not become part of it: it is told of when the user says something.
 */
export function sendNotification(
  service: Service,
  app: App,
  integration: Integration,
  { destinationId, author, content }: NotificationInput,
): string {
  const { store, ids, clock } = service;
  const { user, client } = userAt(service, app, integration, destinationId);
  const conversation =
    defaultConversation(store, user) ??
    startConversation(service, app, {
      type: 'personal',
      participants: [{ user, subscribeSDKClient: false }],
      reason: 'notification',
      client,
    });
  const notification: Message = {
    id: ids.object(),
    received: clock.now(),
    author: businessAuthor(store.account, app.id, { ...author, name: author.name ?? store.account.name }),
    content: withStoredMedia(service, content),
    source: apiSource,
    metadata: author.metadata,
    payload: undefined,
  };
  conversation.recentNotifications = [...conversation.recentNotifications, notification];
  for (const outcome of deliveryTo(service, client)) {
    service.publish({
      kind: 'notification',
      app,
      user,
      client,
      conversation,
      notificationId: notification.id,
      at: clock.now(),
      ...outcome,
    });
  }
  return notification.id;
}

/** The user whom the channel knows by this address, made when nobody is known there. */
function userAt(
  service: Service,
  app: App,
  { id, type }: Integration,
  address: string,
): { readonly user: User; readonly client: Client } {
  for (const user of service.store.users.values()) {
    const client = user.clients.find(
      ({ integrationId, channelId }) => integrationId === id && channelId === address,
    );
    if (client !== undefined) return { user, client };
  }
  const now = service.clock.now();
  const user = createUser(service, app.id, {});
  const client: Client = {
    id: service.ids.object(),
    type,
    integrationId: id,
    channelId: address,
    displayName: address,
    avatarUrl: undefined,
    status: 'active',
    primary: true,
    lastSeen: undefined,
    linkedAt: now,
    appVersion: undefined,
    pushNotificationToken: undefined,
    info: {},
    link: undefined,
  };
  user.clients.push(client);
  return { user, client };
}
