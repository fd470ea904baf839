import { isServiceError, type CallOptions, type Http } from '@x/http-core';
import { checkUserId } from '../checks/user-id.js';
import { checkedBody } from '../checked-body.js';
import { partsOf, type SmoochParts } from '../parts.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type { AppUserProfile, AppUserResponse, AppUsersMerge, AuthCodeResponse } from '../types/app-user.js';
import type { BusinessSystemsResponse, LinkRequestsResponse } from '../types/channel.js';
import type { Smooch } from '../types/smooch.js';

/** The path of an app user. */
export function userPath(userId: string): string {
  return path`/appusers/${checkUserId(userId)}`;
}

/** `POST /appusers` */
export async function precreateUser(
  { app, checks }: SmoochParts,
  userId: string,
  profile?: AppUserProfile,
  call?: CallOptions,
): Promise<AppUserResponse> {
  checkUserId(userId);
  const checked = checks && profile !== undefined;
  const json = await checkedBody(checked, { ...profile, userId }, profile?.properties, 'properties');
  return app.json('POST', '/appusers', { ...call, json });
}

/** `GET /appusers/{user}` */
export async function getUser(http: Http, userId: string, call?: CallOptions): Promise<AppUserResponse> {
  return http.json('GET', userPath(userId), call);
}

/** `PUT /appusers/{user}` */
export async function updateUser(
  { app, checks }: SmoochParts,
  userId: string,
  changes: AppUserProfile,
  call?: CallOptions,
): Promise<AppUserResponse> {
  const target = userPath(userId);
  const json = await checkedBody(checks, changes, changes.properties, 'properties');
  return app.json('PUT', target, { ...call, json });
}

/** `POST /appusers`, and where that user is there already `GET /appusers/{user}`. */
export async function initUser(
  parts: SmoochParts,
  userId: string,
  profile?: AppUserProfile,
  call?: CallOptions,
): Promise<AppUserResponse> {
  try {
    return await precreateUser(parts, userId, profile, call);
  } catch (error) {
    if (!(isServiceError(error) && error.status === 409)) throw error;
    return getUser(parts.app, userId, call);
  }
}

/** The people who talk with the business. A user is named by your `userId` or by the service's `_id`. */
export interface AppUsers {
  /**
   * Rejects with `refused` / `not_found` when there is no such user.
   *
   * @see `GET /appusers/{userId}`
   */
  get(userId: string, call?: CallOptions): Promise<AppUserResponse>;
  /**
   * Makes one before they have written. Rejects with `refused` / `conflict` when the `userId` is taken.
   *
   * @see `POST /appusers`
   */
  create(user: AppUserProfile & { readonly userId: string }, call?: CallOptions): Promise<AppUserResponse>;
  /**
   * Adds to what is known: fields and keys of `properties` that are left out stay.
   *
   * @see `PUT /appusers/{userId}`
   */
  update(userId: string, changes: AppUserProfile, call?: CallOptions): Promise<AppUserResponse>;
  /**
   * Takes the user away with clients, messages and files. Done when `appUser:delete` comes.
   *
   * @see `DELETE /appusers/{userId}`
   */
  delete(userId: string, call?: CallOptions): Promise<void>;
  /**
   * Forgets who the user is: name, e-mail, `properties`, and what the channels tell. Messages stay.
   *
   * @see `DELETE /appusers/{userId}/profile`
   */
  deleteProfile(userId: string, call?: CallOptions): Promise<AppUserResponse>;
  /**
   * Makes one user of two. Both are named by `_id`.
   *
   * @see `POST /appusers/merge`
   */
  merge(users: AppUsersMerge, call?: CallOptions): Promise<void>;
  /** @see `GET /appusers/{userId}/businesssystems` */
  businessSystems(userId: string, call?: CallOptions): Promise<BusinessSystemsResponse>;
  /**
   * Addresses by which the user links channels: of one integration at least.
   *
   * @see `GET /appusers/{userId}/linkrequest`
   */
  linkRequests(
    userId: string,
    integrationIds: readonly string[],
    call?: CallOptions,
  ): Promise<LinkRequestsResponse>;
  /**
   * A code by which an SDK signs the user in.
   *
   * @see `GET /appusers/{userId}/authcode`
   */
  authCode(userId: string, call?: CallOptions): Promise<AuthCodeResponse>;
}

/**
 * The app users of a client's app. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { appUsers, type Smooch } from '@x/smooch';
 *
 * export async function invite(smooch: Smooch, userId: string, integrationId: string): Promise<string | undefined> {
 *   const { linkRequests } = await appUsers(smooch).linkRequests(userId, [integrationId]);
 *   return linkRequests[0]?.url;
 * }
 * ```
 */
export function appUsers(smooch: Smooch): AppUsers {
  const parts = partsOf(smooch);
  const { app } = parts;
  return {
    get: (userId, call) => getUser(app, userId, call),
    create: async ({ userId, ...profile }, call) => precreateUser(parts, userId, profile, call),
    update: (userId, changes, call) => updateUser(parts, userId, changes, call),
    delete: async (userId, call) => remove(app, userPath(userId), call),
    deleteProfile: async (userId, call) => app.json('DELETE', `${userPath(userId)}/profile`, call),
    merge: async ({ surviving, discarded }, call) => {
      await app.json('POST', '/appusers/merge', { ...call, json: { surviving, discarded } });
    },
    businessSystems: async (userId, call) => app.json('GET', `${userPath(userId)}/businesssystems`, call),
    linkRequests: async (userId, integrationIds, call) =>
      app.json('GET', `${userPath(userId)}/linkrequest`, { ...call, query: { integrationIds } }),
    authCode: async (userId, call) => app.json('GET', `${userPath(userId)}/authcode`, call),
  };
}
