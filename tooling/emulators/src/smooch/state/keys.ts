import type { Service } from '../service.js';
import type { Key } from './model/index.js';

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
