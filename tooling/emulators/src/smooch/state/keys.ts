import { badRequest } from '../errors.js';
import type { Service } from '../service.js';
import type { Key } from './model/index.js';
import type { Store } from './store.js';

export interface NewKey {
  readonly name?: string;
  readonly appId?: string;
  readonly integrationId?: string;
  readonly serviceAccountId?: string;
}

/** Issues a key, whose scope follows from what it is for; one that is for nothing less is the owner's of the account. */
export function addKey(service: Pick<Service, 'ids' | 'store'>, input: NewKey): Key {
  const { name = 'Key', appId, integrationId, serviceAccountId } = input;
  const scope = integrationId !== undefined ? 'integration' : appId !== undefined ? 'app' : 'account';
  const key: Key = {
    id: service.ids.key(serviceAccountId === undefined ? scope : 'service'),
    secret: service.ids.keySecret(),
    scope,
    name,
    appId,
    integrationId,
    serviceAccountId,
  };
  service.store.keys.set(key.id, key);
  return key;
}

const appKeyLimit = 10;

export function appKeysOf(store: Store, appId: string): Key[] {
  return [...store.keys.values()].filter((key) => key.scope === 'app' && key.appId === appId);
}

/** One more key of an app, of which there are so many at most. */
export function addAppKey(service: Pick<Service, 'ids' | 'store'>, appId: string, name: string): Key {
  if (appKeysOf(service.store, appId).length >= appKeyLimit) {
    throw badRequest(`An app can have at most ${appKeyLimit} keys`);
  }
  return addKey(service, { name, appId });
}
