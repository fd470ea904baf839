import type { CallOptions, Pages } from '@x/http-core';
import { hasCode } from '../../errors.js';
import { appPath, callsOf } from '../calls.js';
import { checkUser } from '../checks.js';
import type { Sunshine } from '../client.js';
import { list } from '../list.js';
import type { Page } from '../types/page.js';
import type { BrandChoice, UserCreateBody, UserResponse, UserUpdateBody } from '../types/user-body.js';
import type { User } from '../types/user.js';
import { userPath } from '../user-path.js';

/** The users of an app. A user is named by the id of the service or by yours, which may hold any characters. */
export interface Users {
  /**
   * The users with an e-mail address among their `identities`; that of the profile does not count.
   *
   * @see `GET /v2/apps/{appId}/users`, "List Users".
   */
  list(
    filter: { readonly email: string; readonly brandId?: string | undefined },
    call?: CallOptions,
  ): Pages<User, Page<'users', User>>;

  /**
   * Rejects with `refused` / `user_not_found` when there is no such user.
   *
   * @see `GET /v2/apps/{appId}/users/{userIdOrExternalId}`, "Get User".
   */
  get(userId: string, brand?: BrandChoice, call?: CallOptions): Promise<UserResponse>;

  /**
   * Makes a user. Rejects with `refused` / `conflict` when there is one of this `externalId`.
   *
   * @see `POST /v2/apps/{appId}/users`, "Create User".
   */
  create(user: UserCreateBody, call?: CallOptions): Promise<UserResponse>;

  /**
   * The user of your id, who is made with what else is given if there is none. One who is there stays as they are.
   *
   * @see `GET`, then `POST /v2/apps/{appId}/users`.
   */
  getOrCreate(
    externalId: string,
    user?: Omit<UserCreateBody, 'externalId'>,
    call?: CallOptions,
  ): Promise<UserResponse>;

  /**
   * Changes a user: what is left out stays, in `profile` and `metadata` too, and `null` empties.
   *
   * @see `PATCH /v2/apps/{appId}/users/{userIdOrExternalId}`, "Update User".
   */
  update(userId: string, changes: UserUpdateBody & BrandChoice, call?: CallOptions): Promise<UserResponse>;

  /**
   * Begins to take a user away, with all their conversations. It is done when the event `user:remove` comes.
   *
   * @see `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}`, "Delete User".
   */
  delete(userId: string, brand?: BrandChoice, call?: CallOptions): Promise<void>;

  /**
   * Empties the profile, the metadata and what the clients tell of a person. What was said stays.
   *
   * @see `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/personalinformation`, "Delete User Personal Information".
   */
  deletePersonalInformation(userId: string, brand?: BrandChoice, call?: CallOptions): Promise<UserResponse>;

  /**
   * Brings a user in line with the one of Zendesk. It can merge two users, which the event `user:merge` tells.
   *
   * @see `POST /v2/apps/{appId}/users/{zendeskId}/sync`, "Synchronize User".
   */
  sync(
    zendeskId: string,
    survivor?: { readonly survivingZendeskId?: string | undefined },
    call?: CallOptions,
  ): Promise<UserResponse>;
}

/**
 * The users of an app.
 *
 * @example
 * ```ts
 * import { users, type Sunshine, type User } from '@x/smooch/v2';
 *
 * export async function userOf(sunshine: Sunshine, customer: { id: string; name: string }): Promise<User> {
 *   const { user } = await users(sunshine).getOrCreate(customer.id, { profile: { givenName: customer.name } });
 *   return user;
 * }
 * ```
 */
export function users(sunshine: Sunshine): Users {
  const calls = callsOf(sunshine);
  const all = (): string => `${appPath(sunshine)}/users`;
  const one = (userId: string): string => userPath(sunshine, userId);

  const get: Users['get'] = async (userId, { brandId } = {}, call) =>
    calls.get(one(userId), { brandId }, call);

  const create: Users['create'] = async (user, call) => {
    checkUser(sunshine, user);
    return calls.post(all(), user, call);
  };

  return {
    get,
    create,
    list: ({ email, brandId }, call) =>
      list<User, Page<'users', User>>(sunshine, {
        target: all,
        items: (page) => page.users,
        query: { 'filter[identities.email]': email, brandId },
        call,
      }),
    async getOrCreate(externalId, user = {}, call) {
      const brand = { brandId: user.brandId ?? undefined };
      try {
        return await get(externalId, brand, call);
      } catch (error) {
        if (!hasCode(error, 'user_not_found')) throw error;
      }
      try {
        return await create({ ...user, externalId }, call);
      } catch (error) {
        // Somebody else was faster.
        if (hasCode(error, 'conflict')) return get(externalId, brand, call);
        throw error;
      }
    },
    async update(userId, { brandId, ...changes }, call) {
      checkUser(sunshine, changes);
      return calls.patch(one(userId), changes, call, { brandId });
    },
    delete: async (userId, { brandId } = {}, call) => calls.remove(one(userId), { brandId }, call),
    deletePersonalInformation: async (userId, { brandId } = {}, call) =>
      sunshine.http.json('DELETE', `${one(userId)}/personalinformation`, { ...call, query: { brandId } }),
    sync: async (zendeskId, survivor, call) => calls.post(`${one(zendeskId)}/sync`, survivor, call),
  };
}
