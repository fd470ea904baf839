/** The part of jsforce that is measured, as its documentation describes it. */
export interface Jsforce {
  readonly Connection: new (options: {
    readonly instanceUrl: string;
    readonly accessToken: string;
    readonly version: string;
    readonly maxRequest: number;
  }) => {
    readonly chatter: { resource(path: string): { retrieve(): PromiseLike<unknown> } };
  };
}
