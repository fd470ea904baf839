import type { Http } from '@x/http-core';
import { ChatterError } from '../errors.js';
import { acceptInstance } from '../instance.js';
import type { ChatterTokens, TokenAnswer } from '../tokens.js';

/** What the refresh grant needs beside the tokens. */
export interface RefreshGrant {
  /** The login host. */
  readonly http: Http;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly allowedInstanceHosts: readonly string[];
}

/** Trades the refresh token for a new access token. What the answer leaves out stays as it was. */
export async function refreshTokens(grant: RefreshGrant, tokens: ChatterTokens): Promise<ChatterTokens> {
  const { http, clientId, clientSecret, allowedInstanceHosts } = grant;
  const form = {
    grant_type: 'refresh_token',
    refresh_token: tokens.refreshToken,
    client_id: clientId,
    client_secret: clientSecret,
  };
  // The call that needs the token repeats it, after it has looked whether another process was faster.
  const answer = await http.json<TokenAnswer | undefined>('POST', '/services/oauth2/token', {
    form,
    retries: 0,
  });
  if (typeof answer?.access_token !== 'string' || answer.access_token === '') {
    throw new ChatterError('chatter: POST /services/oauth2/token answered without an access_token', {
      service: 'chatter',
      kind: 'protocol',
      code: 'INVALID_TOKEN_ANSWER',
    });
  }
  return {
    accessToken: answer.access_token,
    instanceUrl: acceptInstance(tokens.instanceUrl, answer.instance_url, allowedInstanceHosts),
    refreshToken: answer.refresh_token ?? tokens.refreshToken,
    answer,
  };
}
