/** What the token endpoint answers when it declines. */
export class OAuthError extends Error {
  readonly error: string;
  readonly description: string;

  constructor(error: string, description: string) {
    super(description);
    this.name = 'OAuthError';
    this.error = error;
    this.description = description;
  }
}

export const grantTypeUnsupported = (): OAuthError =>
  new OAuthError('unsupported_grant_type', 'grant type not supported');
export const clientUnknown = (): OAuthError =>
  new OAuthError('invalid_client_id', 'client identifier invalid');
export const clientSecretWrong = (): OAuthError =>
  new OAuthError('invalid_client', 'invalid client credentials');
export const refreshTokenDead = (): OAuthError =>
  new OAuthError('invalid_grant', 'expired access/refresh token');
export const refreshInFlight = (): OAuthError =>
  new OAuthError('invalid_grant', 'token request is already being processed');
export const passwordWrong = (): OAuthError => new OAuthError('invalid_grant', 'authentication failure');
export const userInactive = (): OAuthError => new OAuthError('inactive_user', 'user is inactive');
export const postRequired = (): OAuthError => new OAuthError('invalid_request', 'must use HTTP POST');
export const requestUnreadable = (): OAuthError => new OAuthError('invalid_request', 'malformed request');
export const tokenUnknown = (): OAuthError => new OAuthError('invalid_token', 'invalid token');
export const tokenTypeUnsupported = (): OAuthError =>
  new OAuthError('unsupported_token_type', 'this token type is not supported');
