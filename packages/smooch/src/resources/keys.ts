import type { CallOptions, Http, Pages } from '@x/http-core';
import { offsetPages } from '../offset-pages.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type { JwtResponse, KeyResponse, KeysPage, SecretKey } from '../types/key.js';

/** The keys of something, which is named by its id first. */
export interface Keys {
  /** @see `GET …/keys` */
  list(ownerId: string, call?: CallOptions): Pages<SecretKey, KeysPage>;
  /** @see `GET …/keys/{keyId}` */
  get(ownerId: string, keyId: string, call?: CallOptions): Promise<KeyResponse>;
  /**
   * Makes one. There can be ten.
   *
   * @see `POST …/keys`
   */
  create(ownerId: string, key: { readonly name: string }, call?: CallOptions): Promise<KeyResponse>;
  /**
   * Takes one away, and with it all tokens that it signed.
   *
   * @see `DELETE …/keys/{keyId}`
   */
  delete(ownerId: string, keyId: string, call?: CallOptions): Promise<void>;
  /**
   * A token that the service signs with the key, without an end.
   *
   * @see `GET …/keys/{keyId}/jwt`
   */
  jwt(ownerId: string, keyId: string, call?: CallOptions): Promise<JwtResponse>;
}

/** The keys below a path. */
export function createKeys(http: Http, owner: (ownerId: string) => string): Keys {
  const all = (ownerId: string): string => `${owner(ownerId)}/keys`;
  const at = (ownerId: string, keyId: string): string => all(ownerId) + path`/${keyId}`;
  return {
    list: (ownerId, call) => offsetPages(http, () => all(ownerId), 'keys', {}, call),
    get: async (ownerId, keyId, call) => http.json('GET', at(ownerId, keyId), call),
    create: async (ownerId, json, call) => http.json('POST', all(ownerId), { ...call, json }),
    delete: async (ownerId, keyId, call) => remove(http, at(ownerId, keyId), call),
    jwt: async (ownerId, keyId, call) => http.json('GET', `${at(ownerId, keyId)}/jwt`, call),
  };
}
