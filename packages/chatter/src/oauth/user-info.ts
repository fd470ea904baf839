import type { CallOptions } from '@x/http-core';
import type { Chain } from '../chain.js';
import { requireNode } from '../refuse.js';

/** Who the user of a session is, as OpenID Connect words it. */
export interface UserInfo {
  readonly sub: string;
  readonly user_id: string;
  readonly organization_id: string;
  readonly preferred_username?: string;
  readonly name?: string;
  readonly email?: string;
  readonly zoneinfo?: string;
  readonly active?: boolean;
  /** Addresses of the user's picture. */
  readonly photos?: Readonly<Record<string, string>>;
  /** Addresses of the org's services. */
  readonly urls?: Readonly<Record<string, string>>;
  readonly [name: string]: unknown;
}

/**
 * Who the user of a client is, in which org. The session is renewed if need be, as for every call.
 *
 * @throws As any call; `auth` / `Bad_OAuth_Token` for a session that is over and cannot be renewed.
 * @example
 * ```ts
 * import { createChatter } from '@x/chatter';
 * import { userInfo } from '@x/chatter/oauth';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const { user_id, organization_id } = await userInfo(chatter);
 * console.log(user_id, organization_id);
 * ```
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_userinfo_endpoint.htm
 */
export async function userInfo(chatter: Chain, options?: CallOptions): Promise<UserInfo> {
  const { http } = requireNode('userInfo', chatter).client;
  return http.json('GET', '/services/oauth2/userinfo', options);
}
