import type { CallOptions, Pages } from '@x/http-core';
import { path } from '../../path.js';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { list } from '../list.js';
import type { ClientCreateBody, ClientResponse } from '../types/client-body.js';
import type { Client } from '../types/client.js';
import type { Page, PageOptions } from '../types/page.js';
import type { BrandChoice } from '../types/user-body.js';
import { userPath } from '../user-path.js';

/** Where users can be reached. */
export interface Clients {
  /** @see `GET /v2/apps/{appId}/users/{userIdOrExternalId}/clients`, "List Clients". */
  list(
    userId: string,
    page?: PageOptions & BrandChoice,
    call?: CallOptions,
  ): Pages<Client, Page<'clients', Client>>;

  /**
   * Begins to link a channel to a user. The client comes as `pending`; the events `client:update` and `client:remove` tell
   * how it went on.
   *
   * @see `POST /v2/apps/{appId}/users/{userIdOrExternalId}/clients`, "Create Client".
   */
  create(userId: string, client: ClientCreateBody & BrandChoice, call?: CallOptions): Promise<ClientResponse>;

  /**
   * Takes a channel from a user.
   *
   * Rejects with `refused` / `client_not_found` when the user has it not, `bad_request` for one of the service's SDKs.
   *
   * @see `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/clients/{clientId}`, "Remove Client".
   */
  remove(userId: string, clientId: string, brand?: BrandChoice, call?: CallOptions): Promise<void>;
}

/**
 * Where users can be reached.
 *
 * @example
 * ```ts
 * import { clients, type Client, type Sunshine } from '@x/smooch/v2';
 *
 * export async function reachByPhone(
 *   sunshine: Sunshine,
 *   userId: string,
 *   link: { integrationId: string; phoneNumber: string; conversationId: string },
 * ): Promise<Client> {
 *   const { integrationId, phoneNumber, conversationId } = link;
 *   const { client } = await clients(sunshine).create(userId, {
 *     matchCriteria: { type: 'whatsapp', integrationId, phoneNumber },
 *     confirmation: {
 *       type: 'userActivity',
 *       message: { author: { type: 'business' }, content: { type: 'text', text: 'Shall we go on here?' } },
 *     },
 *     target: { conversationId },
 *   });
 *   return client;
 * }
 * ```
 */
export function clients(sunshine: Sunshine): Clients {
  const calls = callsOf(sunshine);
  const all = (userId: string): string => `${userPath(sunshine, userId)}/clients`;
  return {
    list: (userId, { brandId, ...page } = {}, call) =>
      list<Client, Page<'clients', Client>>(sunshine, {
        target: () => all(userId),
        items: (found) => found.clients,
        query: { brandId },
        page,
        call,
      }),
    create: async (userId, { brandId, ...client }, call) =>
      calls.post(all(userId), client, call, { brandId }),
    remove: async (userId, clientId, { brandId } = {}, call) =>
      calls.remove(all(userId) + path`/${clientId}`, { brandId }, call),
  };
}
