import type { Service } from '../service.js';
import type { App, Key } from './model.js';

/** Issues a key: one of the app signs for that app alone, one of the account for all of them. */
export function addKey(service: Pick<Service, 'ids' | 'store'>, scope: Key['scope'], app: App): Key {
  const key: Key = {
    id: service.ids.key(scope),
    secret: service.ids.keySecret(),
    scope,
    appId: scope === 'app' ? app.id : undefined,
  };
  service.store.keys.set(key.id, key);
  return key;
}
