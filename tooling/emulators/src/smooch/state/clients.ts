import type { Service } from '../service.js';
import { integrationOfType } from './integrations.js';
import type { Client, Source, User } from './model/index.js';

/** Platforms on which the service talks to its own SDK and not to a channel of somebody else. */
const sdkPlatforms = new Set(['web', 'ios', 'android', 'other', 'unity']);

export interface ClientInput {
  readonly type: string;
  readonly channelId: string;
  readonly displayName?: string | undefined;
  readonly avatarUrl?: string | undefined;
  readonly appVersion?: string | undefined;
  readonly pushNotificationToken?: string | undefined;
  readonly info?: Readonly<Record<string, unknown>> | undefined;
}

export function isSdk(client: Client): boolean {
  return sdkPlatforms.has(client.type);
}

/** The channels that a user is on; those that wait for the user to say yes do not count. */
export function linkedClients(user: User): readonly Client[] {
  return user.clients.filter(({ status }) => status !== 'pending');
}

/** The client that messages of the business go to. */
export function primaryClient(user: User): Client | undefined {
  return linkedClients(user).find((client) => client.primary);
}

/** Makes one client of a user the one that messages go to. */
export function makePrimary(user: User, primary: Client): void {
  for (const client of user.clients) client.primary = client === primary;
}

/** Gives the user one more channel. The first one is the primary one. */
export function addClient(service: Service, user: User, input: ClientInput): Client {
  const now = service.clock.now();
  const client: Client = {
    id: service.ids.object(),
    type: input.type,
    integrationId: integrationOfType(service, user.appId, input.type).id,
    channelId: input.channelId,
    displayName: input.displayName,
    avatarUrl: input.avatarUrl,
    status: 'active',
    primary: linkedClients(user).length === 0,
    lastSeen: now,
    linkedAt: now,
    appVersion: input.appVersion,
    pushNotificationToken: input.pushNotificationToken,
    info: input.info ?? {},
    link: undefined,
  };
  user.clients.push(client);
  return client;
}

/** Takes over what a device tells that is new of it: what it does not name stays as it is. */
export function changeDevice(
  { clock }: Pick<Service, 'clock'>,
  device: Client,
  {
    appVersion,
    pushNotificationToken,
    info,
  }: Pick<ClientInput, 'appVersion' | 'pushNotificationToken' | 'info'>,
): void {
  device.appVersion = appVersion ?? device.appVersion;
  device.pushNotificationToken = pushNotificationToken ?? device.pushNotificationToken;
  device.info = { ...device.info, ...info };
  device.lastSeen = clock.now();
}

/** What a message says of the client that brought it. */
export function sourceOf(client: Client): Source {
  return {
    type: client.type,
    integrationId: client.integrationId,
    id: client.channelId,
    clientId: client.id,
  };
}

/** Where something came from when nobody's channel brought it. */
export const apiSource: Source = { type: 'api:conversations', integrationId: undefined, id: undefined };
