/** What ky is asked for: to repeat, and no more. */
export interface KyOptions {
  readonly timeout: false;
  readonly throwHttpErrors: false;
  fetch(this: void): Promise<Response>;
  readonly retry: {
    readonly limit: number;
    readonly backoffLimit: number;
    shouldRetry(this: void, failure: { readonly error: Error }): Promise<boolean>;
  };
}
