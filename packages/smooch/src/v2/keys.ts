import type { CallOptions, Pages } from '@x/http-core';
import { partOf } from '../answer.js';
import { checkLength } from '../checks/values.js';
import { refuseArgument } from '../errors.js';
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

/** The keys of something, which is named by its id first. There are ten at most. */
export interface Keys {
  /** @see `GET …/keys` */
  list(ownerId: string, call?: CallOptions): Pages<ApiKey, Page<'keys', ApiKey>>;

  /** @see `GET …/keys/{keyId}` */
  get(ownerId: string, keyId: string, call?: CallOptions): Promise<KeyResponse>;

  /** @see `POST …/keys` */
  create(ownerId: string, key: KeyCreateBody, call?: CallOptions): Promise<KeyResponse>;

  /**
   * Ends a key, and every token that it signed.
   *
   * @see `DELETE …/keys/{keyId}`
   */
  delete(ownerId: string, keyId: string, call?: CallOptions): Promise<void>;

  /**
   * Makes a new key, lets `adopt` take it into use, and then deletes the old one. Where `adopt` fails, its error comes back
   * and both keys stay valid.
   */
  rotate(ownerId: string, keyId: string, rotation: KeyRotation, call?: CallOptions): Promise<KeyResponse>;
}

/** The keys below the path of what they are for. */
export function createKeys(sunshine: Sunshine, owner: (ownerId: string) => string): Keys {
  const calls = callsOf(sunshine);
  const all = (ownerId: string): string => `${owner(ownerId)}/keys`;
  const one = (ownerId: string, keyId: string): string => all(ownerId) + path`/${keyId}`;

  const get: Keys['get'] = async (ownerId, keyId, call) => calls.get(one(ownerId, keyId), {}, call);

  const create: Keys['create'] = async (ownerId, key, call) => {
    if (sunshine.checks) checkLength(refuseArgument, 'displayName', key.displayName, 100);
    return calls.post(all(ownerId), key, call);
  };

  const remove: Keys['delete'] = async (ownerId, keyId, call) => calls.remove(one(ownerId, keyId), {}, call);

  return {
    get,
    create,
    delete: remove,
    list: (ownerId, call) =>
      list<ApiKey, Page<'keys', ApiKey>>(sunshine, {
        target: () => all(ownerId),
        items: (page) => page.keys,
        call,
      }),
    async rotate(ownerId, keyId, { adopt, displayName }, call) {
      const old = partOf(await get(ownerId, keyId, call), 'key');
      const made = await create(ownerId, { displayName: displayName ?? old.displayName ?? keyId }, call);
      await adopt(partOf(made, 'key'));
      await remove(ownerId, keyId, call);
      return made;
    },
  };
}
