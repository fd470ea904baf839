/** Who is calling, once the credentials have been found good. */
export type Caller =
  | { readonly scope: 'account' }
  | { readonly scope: 'app'; readonly appId: string }
  /** Somebody who was given a token for one user, such as the SDK in an app of the business. */
  | { readonly scope: 'appUser'; readonly appId: string; readonly userId: string };
