import type { Service } from '../service.js';
import { deliveryTo, type Outcome } from '../webhooks/channel.js';
import { defaultConversation } from './conversations.js';
import type { App, Client, Integration, User } from './model/index.js';
import { createUser } from './users.js';

/** Sends a message to an address on a channel, whoever is there, and gives the id of the notification. */
export function sendNotification(
  service: Service,
  app: App,
  integration: Integration,
  address: string,
): string {
  const notificationId = service.ids.object();
  const { user, client } = userAt(service, app, integration, address);
  const tell = (outcome: Outcome): void =>
    service.publish({
      kind: 'notification',
      app,
      user,
      client,
      conversation: defaultConversation(service.store, user),
      notificationId,
      at: service.clock.now(),
      ...outcome,
    });
  for (const outcome of deliveryTo(service, client)) tell(outcome);
  return notificationId;
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
