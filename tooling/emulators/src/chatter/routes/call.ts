import type { BinaryPart, Input } from '../input/read-input.js';
import type { RenderContext } from '../render/context.js';
import type { Json } from '../render/json.js';
import type { Grant } from '../sessions.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';

/** One call of a resource by somebody who may. Its path, its ids and its parameters have been checked against the resource table. */
export interface Call {
  readonly version: number;
  readonly request: Request;
  /** The query, without `_HttpMethod`. Numbers are whole and in range, enums are known; both are still as they were sent. */
  readonly query: URLSearchParams;
  /** The part of the path that the template names, decoded and as it was sent. */
  part(name: string): string;
  /** The id that the template names, in its 18 characters; `me` is the caller's. */
  id(name: string): string;
  /**
   * What was sent beside the path: JSON, form, multipart, or the query when there is no body. Binary parts are refused
   * unless they have one of the names given.
   */
  input(...binaryParts: readonly string[]): Promise<Input>;
  /** Carries out another request as the same user, as a batch does. Never rejects with what the service answers. */
  perform(request: Request): Promise<Performed>;
  readonly user: User;
  readonly grant: Grant;
  readonly state: ChatterState;
  readonly context: RenderContext;
}

export interface Answer {
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: Json | undefined;
}

/** An answer to a request within a request: an error is a list of errors. */
export interface Performed {
  readonly status: number;
  readonly body: Json;
}

/** Answers a call; a `Response` is for what is no JSON, such as the bytes of a file. Refuses by throwing one of `errors.ts`. */
export type Handler = (call: Call) => Answer | Response | Promise<Answer | Response>;

/**
 * The handlers of a family by method and path template, exactly as the resource table has them:
 * `'GET /chatter/groups/{groupId}': readGroup`.
 */
export type Handlers = Readonly<Record<string, Handler>>;

export type { BinaryPart, Input };
