import type { RouteContext } from '../../frame/index.js';
import type { Grant } from '../sessions.js';
import type { OAuthService } from './service.js';

/** A request to an OAuth endpoint, read. */
export interface TokenRequest {
  readonly parameters: URLSearchParams;
  readonly authorization: string | null;
  /** Where it was sent to. */
  readonly origin: string;
  readonly context: RouteContext;
}

/** What a grant comes to. */
export interface Granted {
  readonly grant: Grant;
  readonly refreshToken?: string | undefined;
  /** Goes into the id token, if there is one. */
  readonly nonce?: string | undefined;
  /** Whether the scope `openid` brings an id token. */
  readonly identifies?: boolean;
  /** Says the format of the token in place of its scope, as the client credentials grant does. */
  readonly saysFormat?: boolean;
}

/** Carries out one kind of grant. */
export type GrantHandler = (request: TokenRequest, service: OAuthService) => Granted | Promise<Granted>;
