import { checkBaseUrl, createHttp, type Http, type TransportOptions } from '@x/http-core';
import { showing, unchanging } from '../auth.js';
import { checkOneOf } from '../connection.js';
import { describe, refuseOption, SmoochError } from '../errors.js';

/** Where tokens are asked for. */
export interface OAuthOptions extends TransportOptions {
  /**
   * What the token is for: `v2` for partners of Zendesk's marketplace, `v1.1` and `v1` for those of Smooch. Default `v2`.
   */
  readonly version?: 'v2' | 'v1.1' | 'v1' | undefined;
  /** The root of the service, without a version: the page of the login is there, too. It goes before what `version` implies. */
  readonly baseUrl?: string | undefined;
}

/** What there is by default: the service, and the page where users log in. */
const roots = {
  v2: { api: 'https://oauth-bridge.zendesk.com/sc', page: 'https://oauth-bridge.zendesk.com/sc' },
  'v1.1': { api: 'https://api.smooch.io', page: 'https://app.smooch.io' },
  v1: { api: 'https://api.smooch.io', page: 'https://app.smooch.io' },
} as const;

/** The root of the service, or of the page where users log in. */
export function rootOf({ version = 'v2', baseUrl }: OAuthOptions, part: 'api' | 'page'): string {
  checkOneOf('version', version, ['v2', 'v1.1', 'v1']);
  return checkBaseUrl(refuseOption, 'baseUrl', baseUrl ?? roots[version][part]);
}

/** The service, asked in nobody's name or with a token. */
export function createOAuthHttp(options: OAuthOptions, token?: string): Http {
  const baseUrl = rootOf(options, 'api');
  return createHttp({
    ...options,
    service: 'smooch',
    baseUrl,
    auth: token === undefined ? undefined : showing('Bearer', unchanging(token)),
    describe: (answer) => describe({ ...answer, data: inOwnWords(answer.data) }),
    ServiceError: SmoochError,
  });
}

/** What OAuth itself has for a refusal (RFC 6749, 5.2), in the form that the service gives all others. */
function inOwnWords(data: unknown): unknown {
  const { error: code, error_description: description } = Object(data) as Readonly<Record<string, unknown>>;
  return typeof code === 'string' ? { error: { code, description } } : data;
}
