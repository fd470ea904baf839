import type { Fields } from '@x/http-core';
import type { ChatterCallOptions } from './call.js';
import type { Trimming } from './trimming.js';

/** A path that can be got: by calling it, or by `get`. */
export interface Get<Answer, Query extends Fields = Trimming> {
  (query?: Query, options?: ChatterCallOptions): Promise<Answer>;
  get(query?: Query, options?: ChatterCallOptions): Promise<Answer>;
}

/** A path that can be got when it is told what for: its query has parameters that are needed. */
export interface Search<Answer, Query extends Fields> {
  (query: Query, options?: ChatterCallOptions): Promise<Answer>;
  get(query: Query, options?: ChatterCallOptions): Promise<Answer>;
}

/** A path that can be asked for without the answer's body: it resolves when the thing is there. */
export interface Head<Query extends Fields = Trimming> {
  head(query?: Query, options?: ChatterCallOptions): Promise<void>;
}

/** A path that takes something new. */
export interface Post<Answer, Body> {
  post(body: Body, options?: ChatterCallOptions): Promise<Answer>;
}

/** A path that takes a POST without a body. */
export interface PostNothing<Answer> {
  post(body?: undefined, options?: ChatterCallOptions): Promise<Answer>;
}

/** A path that takes changes. */
export interface Patch<Answer, Body> {
  patch(body: Body, options?: ChatterCallOptions): Promise<Answer>;
}

/** A path that takes a PATCH without a body. */
export interface PatchNothing<Answer> {
  patch(body?: undefined, options?: ChatterCallOptions): Promise<Answer>;
}

/** A path that takes all of a thing. */
export interface Put<Answer, Body> {
  put(body: Body, options?: ChatterCallOptions): Promise<Answer>;
}

/** A path that takes a PUT without a body. */
export interface PutNothing<Answer> {
  put(body?: undefined, options?: ChatterCallOptions): Promise<Answer>;
}

/** A path that can be deleted. */
export interface Delete<Answer = void, Query extends Fields = Fields> {
  delete(query?: Query, options?: ChatterCallOptions): Promise<Answer>;
}

declare const query: unique symbol;

/** A path that answers bytes: the content of a file, a rendition. It cannot be got as JSON. */
export interface Bytes<Query extends Fields = Fields> {
  /** What can be said about the bytes. There is no such property; it only carries the type. */
  readonly [query]?: Query;
}

/**
 * A path whose parts are ids: `users._('005…')`, or `users['005…']`. The function is the better form: under
 * `noUncheckedIndexedAccess` an index may be `undefined`.
 */
export type ById<Node> = { readonly [id: string]: Node } & { _(id: string): Node };

/**
 * A path that these types do not know. It works as any other does; what it answers is for the caller to say:
 * `chatter._('some-new-thing').get<Thing>()`.
 */
export interface UnknownNode {
  <Answer = unknown>(query?: Fields, options?: ChatterCallOptions): Promise<Answer>;
  get<Answer = unknown>(query?: Fields, options?: ChatterCallOptions): Promise<Answer>;
  head(query?: Fields, options?: ChatterCallOptions): Promise<void>;
  post<Answer = unknown>(body?: unknown, options?: ChatterCallOptions): Promise<Answer>;
  patch<Answer = unknown>(body?: unknown, options?: ChatterCallOptions): Promise<Answer>;
  put<Answer = unknown>(body?: unknown, options?: ChatterCallOptions): Promise<Answer>;
  delete<Answer = void>(query?: Fields, options?: ChatterCallOptions): Promise<Answer>;
  _(part: string): UnknownNode;
}

/** What stands below every path: more path. */
export interface Deeper {
  _(part: string): UnknownNode;
}
