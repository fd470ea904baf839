/** The answer of Salesforce's token endpoint, in its own words. There is no `expires_in`: the org's policy decides. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly instance_url: string;
  /** Present when a refresh token was asked for, and on each refresh where the app rotates them. */
  readonly refresh_token?: string;
  /** The identity URL; its last two parts are the ids of the org and the user. */
  readonly id?: string;
  /** Milliseconds since 1970, as a text. */
  readonly issued_at?: string;
  readonly signature?: string;
  readonly scope?: string;
  readonly token_type?: string;
  readonly [name: string]: unknown;
}

/** What a session consists of: plain data, to be stored and given back as it is. */
export interface ChatterTokens {
  readonly accessToken: string;
  /** Where the org lives. Salesforce may move it; the next token answer then tells the new place. */
  readonly instanceUrl: string;
  readonly refreshToken?: string | undefined;
  /** The whole answer that these tokens came with; absent for the tokens that the client was made with. */
  readonly answer?: TokenAnswer | undefined;
}
