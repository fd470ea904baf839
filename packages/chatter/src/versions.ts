import { createHttp, type CallOptions, type TransportOptions } from '@x/http-core';
import { ChatterError } from './errors.js';
import { requireNode } from './refuse.js';
import type { Chain } from './chain.js';

/** A version of the API that answers. */
export interface ApiVersion {
  /** The release, `Spring '26`. */
  readonly label: string;
  /** The path of the version, `/services/data/v66.0`. */
  readonly url: string;
  /** For the option `version` of `createChatter`, `66.0`. */
  readonly version: string;
}

/**
 * The versions that an org answers, the newest last. Of an instance URL no token is needed.
 *
 * @param from Any chain of a client, or the instance URL of an org.
 * @throws As any call: `usage` for an instance URL that is none, `network`, `timeout`, `http`, `protocol`.
 * @example
 * ```ts
 * import { createChatter, versions } from '@x/chatter';
 *
 * const instanceUrl = 'https://mydomain.my.salesforce.com';
 * const newest = (await versions(instanceUrl)).at(-1);
 * export const chatter = createChatter({ instanceUrl, accessToken: '00D…', version: newest?.version });
 * ```
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_versions.htm
 */
export async function versions(
  from: Chain | string,
  options: CallOptions & Pick<TransportOptions, 'fetch' | 'clock'> = {},
): Promise<readonly ApiVersion[]> {
  const http =
    typeof from === 'string'
      ? createHttp({ ...options, service: 'chatter', baseUrl: from, ServiceError: ChatterError })
      : requireNode('versions', from).client.http;
  return http.json('GET', '/services/data/', options);
}
