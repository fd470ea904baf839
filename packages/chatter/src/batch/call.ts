import type { Fields } from '@x/http-core';
import type { Method } from '../chain.js';
import type { ChatterCallOptions } from '../types/call.js';
import type { UploadSource } from '../upload/source.js';

/** A call that is described and not sent. */
export interface Call<Answer> {
  readonly node: object;
  readonly method: Method;
  /** The query of a GET or DELETE; the body of all others. */
  readonly input: unknown;
  readonly options: CallFacts;
  /** Says what it answers. There is no such property. */
  readonly answers?: Answer;
}

/** What can be said about a call beside its body. */
export interface CallFacts {
  /** Query parameters beside a body. */
  readonly query?: Fields | undefined;
  /** A file that goes along, as `upload` takes it. */
  readonly file?: UploadSource | undefined;
  /** What the file is called. Default: the name of a `File`, else `file`. */
  readonly fileName?: string | undefined;
}

/** What stands after the method: a body where one is needed, and what else there is to say. */
export type WrittenInput<Body> = undefined extends Body
  ? [body?: Body, options?: CallFacts]
  : [body: Body, options?: CallFacts];

/**
 * Describes a call without sending it, for a batch: the node, the method, and what the method takes.
 *
 * @example
 * ```ts
 * import { call, createChatter, message } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * export const search = call(chatter.users, 'GET', { q: 'ann' });
 * export const post = call(chatter.feed_elements, 'POST', {
 *   feedElementType: 'FeedItem',
 *   subjectId: 'me',
 *   body: message`Hello`,
 * });
 * ```
 */
export function call<Answer, Query extends Fields | undefined = Fields | undefined>(
  node: { get(query: Query, options?: ChatterCallOptions): Promise<Answer> },
  method: 'GET',
  ...query: undefined extends Query ? [query?: Query] : [query: Query]
): Call<Answer>;
export function call<Answer, Body = unknown>(
  node: { post(body: Body, options?: ChatterCallOptions): Promise<Answer> },
  method: 'POST',
  ...input: WrittenInput<Body>
): Call<Answer>;
export function call<Answer, Body = unknown>(
  node: { patch(body: Body, options?: ChatterCallOptions): Promise<Answer> },
  method: 'PATCH',
  ...input: WrittenInput<Body>
): Call<Answer>;
export function call<Answer, Body = unknown>(
  node: { put(body: Body, options?: ChatterCallOptions): Promise<Answer> },
  method: 'PUT',
  ...input: WrittenInput<Body>
): Call<Answer>;
export function call<Answer>(
  node: { delete(query?: Fields, options?: ChatterCallOptions): Promise<Answer> },
  method: 'DELETE',
  query?: Fields,
): Call<Answer>;
export function call(node: object, method: Method, input?: unknown, options: CallFacts = {}): Call<unknown> {
  return { node, method, input, options };
}
