/** A program of a partner that businesses can let into their apps. */
export interface OAuthClient {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  readonly redirectUri: string;
}

/** What a partner exchanges for a token, once and soon. */
export interface OAuthCode {
  readonly code: string;
  readonly clientId: string;
  readonly appId: string;
  readonly expiresAt: number;
}
