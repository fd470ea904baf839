/** What an OAuth endpoint answers when it declines. */
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

type Make = () => OAuthError;
const invalidGrant =
  (description: string): Make =>
  () =>
    new OAuthError('invalid_grant', description);
const invalidRequest =
  (description: string): Make =>
  () =>
    new OAuthError('invalid_request', description);

export const refreshTokenDead: Make = invalidGrant('expired access/refresh token');
export const refreshInFlight: Make = invalidGrant('token request is already being processed');
export const codeExpired: Make = invalidGrant('expired authorization code');
export const verifierWrong: Make = invalidGrant('invalid code verifier');
export const passwordWrong: Make = invalidGrant('authentication failure');
export const assertionInvalid: Make = invalidGrant('invalid assertion');
export const audienceInvalid: Make = invalidGrant('audience is invalid');
export const userNotApproved: Make = invalidGrant("user hasn't approved this consumer");
export const ipRestricted: Make = invalidGrant('ip restricted');
export const domainUnsupported: Make = invalidGrant('request not supported on this domain');
export const runAsMissing: Make = invalidGrant('no client credentials user enabled');
export const subjectTokenInvalid: Make = invalidGrant('invalid subject token');

export const postRequired: Make = invalidRequest('must use HTTP POST');
export const requestUnreadable: Make = invalidRequest('malformed request');
export const challengeMissing: Make = invalidRequest('missing required code challenge');
export const challengeInvalid: Make = invalidRequest('invalid code challenge');
export const challengeMethodInvalid: Make = invalidRequest('invalid code challenge method');
export const tokenHandlerMissing: Make = invalidRequest('no token exchange handler is registered');

export const parameterMissing = (name: string): OAuthError =>
  new OAuthError('invalid_request', `missing required parameter: ${name}`);
export const parameterInvalid = (name: string): OAuthError =>
  new OAuthError('invalid_request', `invalid parameter: ${name}`);

export const userInactive: Make = () => new OAuthError('inactive_user', 'user is inactive');
/** The service has said no more than the code; the words are ours. */
export const orgInactive: Make = () => new OAuthError('inactive_org', 'organization is inactive');
export const clientUnknown: Make = () => new OAuthError('invalid_client_id', 'client identifier invalid');
export const clientSecretWrong: Make = () => new OAuthError('invalid_client', 'invalid client credentials');
export const clientNotEntitled: Make = () =>
  new OAuthError('unauthorized_client', 'client is not allowed to introspect tokens');
export const userNotAdmitted: Make = () =>
  new OAuthError('invalid_app_access', 'user is not admin approved to access this app');
/** The service has said no more than the code; the words are ours. */
export const appBlocked: Make = () =>
  new OAuthError('OAUTH_APP_BLOCKED', 'this app must be installed in the org before it can be approved');
export const grantTypeUnsupported: Make = () =>
  new OAuthError('unsupported_grant_type', 'grant type not supported');
export const responseTypeUnsupported: Make = () =>
  new OAuthError('unsupported_response_type', 'response type not supported');
export const redirectUriWrong: Make = () =>
  new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
export const scopeInvalid: Make = () => new OAuthError('invalid_scope', 'the requested scope is not allowed');
export const accessDenied: Make = () => new OAuthError('access_denied', 'end-user denied authorization');
export const loginRateExceeded: Make = () => new OAuthError('rate_limit_exceeded', 'login rate exceeded');
export const tokenUnknown: Make = () => new OAuthError('invalid_token', 'invalid token');
export const tokenTypeUnsupported: Make = () =>
  new OAuthError('unsupported_token_type', 'this token type is not supported');
export const authorizationPending: Make = () =>
  new OAuthError('authorization_pending', 'authorization pending');
export const pollingTooFast: Make = () => new OAuthError('slow_down', 'polling too frequently');
