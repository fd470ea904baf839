/** Who is calling, once the credentials have been found good. */
export type Caller =
  | {
      readonly scope: 'account';
      /** Undefined for the owner of the account. */
      readonly serviceAccountId: string | undefined;
    }
  | { readonly scope: 'app'; readonly appId: string }
  /** A program of the business, or of a partner who was let in by OAuth. */
  | { readonly scope: 'integration'; readonly appId: string; readonly integrationId: string }
  /** Somebody who was given a token for one user, such as the SDK in an app of the business. */
  | { readonly scope: 'appUser'; readonly appId: string; readonly userId: string }
  /** Somebody who knows no more than the token of an app, which every copy of an app of the business holds. */
  | { readonly scope: 'appToken'; readonly appId: string };

/** The scopes in the order of what they reach. */
export type Reach = 'account' | 'app' | 'integration';
