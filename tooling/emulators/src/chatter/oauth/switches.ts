/** What can be switched while the emulator runs. */
export interface OAuthSwitches {
  /** Whether a refresh ends the refresh token that it used, where the application does not say. */
  rotatesTokens: boolean;
  /** How many token requests have arrived. */
  tokenRequests: number;
  /** Whether the emulator is a host such as login.salesforce.com, or the org's own, which can do more. */
  isLoginHost: boolean;
  isOrgActive: boolean;
  allowsPasswordGrant: boolean;
  /** Whether the `jti` of an assertion can be used once only. */
  refusesReplays: boolean;
}
