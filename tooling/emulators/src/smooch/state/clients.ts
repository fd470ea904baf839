import type { Service } from '../service.js';
import type { Client, User } from './model.js';

/** Platforms on which the service talks to its own SDK and not to a channel of somebody else. */
const sdkPlatforms = new Set(['web', 'ios', 'android', 'other']);

export interface ClientInput {
  readonly type: string;
  readonly channelId: string;
  readonly displayName?: string;
  readonly appVersion?: string | undefined;
  readonly pushNotificationToken?: string | undefined;
  readonly info?: Readonly<Record<string, unknown>> | undefined;
}

export function isSdk(client: Client): boolean {
  return sdkPlatforms.has(client.type);
}

/** The client that messages of the business go to. */
export function primaryClient(user: User): Client | undefined {
  return user.clients.find((client) => client.primary);
}

/** Gives the user one more channel. The first one is the primary one. */
export function addClient(service: Service, user: User, input: ClientInput): Client {
  const client: Client = {
    id: service.ids.object(),
    type: input.type,
    integrationId: integrationOf(service, user.appId, input.type),
    channelId: input.channelId,
    displayName: input.displayName,
    status: 'active',
    primary: user.clients.length === 0,
    lastSeen: service.clock.now(),
    appVersion: input.appVersion,
    pushNotificationToken: input.pushNotificationToken,
    info: input.info ?? {},
  };
  user.clients.push(client);
  return client;
}

/** The integration that connects the app to a type of channel. */
function integrationOf(service: Service, appId: string, type: string): string {
  const integrations = service.store.apps.get(appId)?.integrations;
  const integrationId = integrations?.get(type) ?? service.ids.object();
  integrations?.set(type, integrationId);
  return integrationId;
}
