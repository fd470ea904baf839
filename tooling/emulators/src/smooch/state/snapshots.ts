import type { Service } from '../service.js';
import type { Store } from './store.js';

/** What everything was like at one time. Nothing that happens later changes it. */
export interface Snapshot {
  readonly store: Omit<Store, 'account'>;
  readonly switches: Service['switches'];
}

export function takeSnapshot({ store, switches }: Service): Snapshot {
  const { account: _, ...maps } = store;
  return structuredClone({ store: maps, switches });
}

/** Makes everything what it was. What still waits to be sent to webhooks is taken back, and nobody is told. */
export function restoreSnapshot(service: Service, snapshot: Snapshot): void {
  const { store, switches } = structuredClone(snapshot);
  for (const webhook of service.store.webhooks.values()) service.forgetWebhook(webhook);
  Object.assign(service.switches, switches);
  refill(service.store.serviceAccounts, store.serviceAccounts);
  refill(service.store.apps, store.apps);
  refill(service.store.keys, store.keys);
  refill(service.store.users, store.users);
  refill(service.store.conversations, store.conversations);
  refill(service.store.attachments, store.attachments);
  refill(service.store.webhooks, store.webhooks);
  refill(service.store.integrations, store.integrations);
  refill(service.store.switchboards, store.switchboards);
  refill(service.store.switchboardIntegrations, store.switchboardIntegrations);
  refill(service.store.templates, store.templates);
  refill(service.store.deployments, store.deployments);
  refill(service.store.oauthClients, store.oauthClients);
  refill(service.store.oauthCodes, store.oauthCodes);
}

function refill<Item>(map: Map<string, Item>, items: ReadonlyMap<string, Item>): void {
  map.clear();
  for (const [id, item] of items) map.set(id, item);
}
