import type { CallOptions, Pages } from '@x/http-core';
import { partOf } from '../answer.js';
import { checkLength } from '../checks/length.js';
import { path } from '../path.js';
import { callsOf } from './calls.js';
import type { Sunshine } from './client.js';
import { list } from './list.js';
import type { ApiKey, KeyCreateBody, KeyResponse } from './types/key.js';
import type { Page } from './types/page.js';

/** How a key is put in the place of another. */
export interface KeyRotation {
  /** Takes the new key into use. The old one is deleted when this is done. */
  readonly adopt: (key: ApiKey) => unknown;
  /** Default: the name of the old key. */
  readonly displayName?: string | undefined;
}

/** The keys of one owner. */
export interface Keys {
  list(call?: CallOptions): Pages<ApiKey, Page<'keys', ApiKey>>;
  get(keyId: string, call?: CallOptions): Promise<KeyResponse>;
  create(key: KeyCreateBody, call?: CallOptions): Promise<KeyResponse>;
  delete(keyId: string, call?: CallOptions): Promise<void>;
  rotate(keyId: string, rotation: KeyRotation, call?: CallOptions): Promise<KeyResponse>;
}

/** The keys below a path. */
export function keysAt(sunshine: Sunshine, all: () => string): Keys {
  const calls = callsOf(sunshine);

  const get: Keys['get'] = async (keyId, call) => calls.get(all() + path`/${keyId}`, {}, call);
  const remove: Keys['delete'] = async (keyId, call) => calls.remove(all() + path`/${keyId}`, {}, call);

  const create: Keys['create'] = async (key, call) => {
    if (sunshine.checks) checkLength('displayName', key.displayName, 100);
    return calls.post(all(), key, call);
  };

  return {
    get,
    create,
    delete: remove,
    list: (call) =>
      list<ApiKey, Page<'keys', ApiKey>>(sunshine, { target: all, items: (page) => page.keys, call }),
    async rotate(keyId, { adopt, displayName }, call) {
      const old = partOf(await get(keyId, call), 'key');
      const made = await create({ displayName: displayName ?? old.displayName ?? keyId }, call);
      await adopt(partOf(made, 'key'));
      await remove(keyId, call);
      return made;
    },
  };
}
