import type { Answer, ErrorDescription } from './answer.js';
import type { Auth } from './auth.js';
import type { Fields, RequestBody } from './draft.js';
import type { ServiceErrorClass } from './errors.js';
import type { Observe } from './observe.js';
import type { Clock } from './time.js';

/** The part of `fetch` that is used: always called with an address and what to send. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** What every client lets its users choose about its requests. */
export interface TransportOptions {
  /** Default: the global `fetch`, looked up at each call. */
  readonly fetch?: Fetch | undefined;
  /** Limit of one sending with its answer, in milliseconds; a refresh does not count into it. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Limit of the whole call with its repetitions, waits and refreshes, in milliseconds. Default 300,000. */
  readonly totalTimeoutMs?: number | undefined;
  /** How often a call is repeated after a failure that allows it. Default 2. */
  readonly retries?: number | undefined;
  /** The longest `Retry-After` that is waited for, in milliseconds; past it the call fails at once. Default 60,000. */
  readonly maxRetryAfterMs?: number | undefined;
  /** The largest answer that is read, in bytes. Default 32 MiB. */
  readonly maxAnswerBytes?: number | undefined;
  /** Hears of requests, answers, repetitions and refreshes, for logs and metrics. */
  readonly observe?: Observe | undefined;
  /** Default: the clock of the system. */
  readonly clock?: Clock | undefined;
}

/** What {@link createHttp} needs to know about a service. */
export interface HttpOptions<T> extends TransportOptions {
  /** The service's name in lower case, as it stands in errors. */
  readonly service: string;
  /** Root of all paths; or a function of the credential, for a service that moves its users from host to host. */
  readonly baseUrl: string | ((credential: T) => string);
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How calls show who they come from. Default: they do not. */
  readonly auth?: Auth<T> | undefined;
  /** Makes plain HTTP of an answer that says otherwise what HTTP has a status for: returns it, or another in its place. */
  readonly normalize?: ((answer: Answer) => Answer) | undefined;
  /** Reads the service's own words out of an answer that is no success. `attempt` counts from 1. */
  readonly describe?: ((answer: Answer, attempt: number) => ErrorDescription | undefined) | undefined;
  /** The class of the errors. Default {@link ServiceError}. */
  readonly ServiceError?: ServiceErrorClass | undefined;
}

/** What a user can say about a single call of any client. */
export interface CallOptions {
  /** Ends this call, in whatever phase it is; it rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /** As the client's option, for this call. */
  readonly timeoutMs?: number | undefined;
  /** As the client's option, for this call. */
  readonly retries?: number | undefined;
}

/**
 * When a request may go. It calls `send` once for each try, as soon as there is room, and hands on what came of it. What it waits
 * for counts into the limit of the whole call, and not into that of one sending; it ends with the signal of `over`, and ends the
 * call by aborting that. Between two tries the call waits as without it.
 */
export type Pace = (send: () => Promise<Response>, over: AbortController) => Promise<Response>;

/** What a client can say about a request. */
export interface RequestOptions extends CallOptions {
  /** As the client's option, for this request. */
  readonly totalTimeoutMs?: number | undefined;
  /** What follows the path after "?". */
  readonly query?: Fields | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A body to be written as JSON. It goes before `form`, which goes before `body`. */
  readonly json?: unknown;
  /** A body to be written as a form. */
  readonly form?: Fields | undefined;
  /** A body to be sent as it is. */
  readonly body?: RequestBody | undefined;
  /** Whether doing it twice does no more than doing it once. Default: true for GET, HEAD, PUT and DELETE. */
  readonly repeatable?: boolean | undefined;
  readonly pace?: Pace | undefined;
}

/** One service over HTTP. */
export interface Http {
  /**
   * Sends a request and resolves with a good answer whose body is still to be read: the time limit ends with the
   * headers, the signal holds until the last byte. A string is a path beneath the base URL. A `URL` is taken as it
   * stands, and gets the credential only if it is of the base URL's origin.
   */
  request(method: string, target: string | URL, options?: RequestOptions): Promise<Response>;
  /** Sends a request and resolves with the JSON of its answer; `undefined` when the answer is empty. */
  json<T = unknown>(method: string, target: string | URL, options?: RequestOptions): Promise<T>;
}
