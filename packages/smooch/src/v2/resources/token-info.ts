import type { CallOptions } from '@x/http-core';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import type { AppResponse } from '../types/app.js';

/** What a token of OAuth opens. */
export interface TokenInfo {
  /**
   * The app that a token is for, with the subdomain of its account.
   *
   * @see `GET /v2/tokenInfo`, "Get Token Info".
   */
  get(call?: CallOptions): Promise<AppResponse>;
}

/**
 * What a token of OAuth opens.
 *
 * @example
 * ```ts
 * import { createSunshine, tokenInfo, type Sunshine } from '@x/smooch/v2';
 *
 * export async function connect(credential: string): Promise<Sunshine> {
 *   const sunshine = createSunshine({ credential, baseUrl: 'https://oauth-bridge.zendesk.com/sc' });
 *   const { app } = await tokenInfo(sunshine).get();
 *   return createSunshine({ credential, appId: app.id, subdomain: app.subdomain });
 * }
 * ```
 */
export function tokenInfo(sunshine: Sunshine): TokenInfo {
  return { get: async (call) => callsOf(sunshine).get('/tokenInfo', {}, call) };
}
