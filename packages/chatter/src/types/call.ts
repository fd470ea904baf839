import type { CallOptions, Fields } from '@x/http-core';

/** What can be said about a single call. */
export interface ChatterCallOptions extends CallOptions {
  /** Query parameters beside a body. For GET, HEAD and DELETE the first argument is the query. */
  readonly query?: Fields | undefined;
  /** Headers of this request, such as `{ 'accept-language': 'de' }`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
