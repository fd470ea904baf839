/**
 * What kind of failure it was: closed, so that a `switch` over it can be exhaustive.
 *
 * | kind | when |
 * |---|---|
 * | `auth` | the service did not accept the credential, and a refresh did not help |
 * | `rate-limit` | too many requests; `retryAfterMs` says how long to wait when the service told |
 * | `refused` | the service understood the request and declined it |
 * | `http` | an answer that is not the service's own: an edge, a proxy, maintenance, 5xx |
 * | `network` | no answer: the connection failed or broke |
 * | `timeout` | no complete answer within `timeoutMs` or `totalTimeoutMs` |
 * | `protocol` | an answer that cannot be read, is too large, or leads elsewhere |
 * | `closed` | the client or its connection was closed |
 * | `usage` | the call or an option cannot work; nothing was sent |
 */
export type ErrorKind =
  | 'auth'
  | 'rate-limit'
  | 'refused'
  | 'http'
  | 'network'
  | 'timeout'
  | 'protocol'
  | 'closed'
  | 'usage';

/** The facts about a failure, as given to the constructor of {@link ServiceError}. */
export interface ServiceErrorFacts {
  /** The service that was asked, in lower case: `'chatter'`, `'smooch'`. */
  readonly service: string;
  readonly kind: ErrorKind;
  /** The service's own word for the failure, or one of this package's: `TIMEOUT`, `NETWORK`, `INVALID_OPTION`, … */
  readonly code: string;
  /** See {@link ServiceError.retryable}. Default `false`. */
  readonly retryable?: boolean | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly details?: unknown;
  readonly cause?: unknown;
}

/**
 * The only error that these clients make. Its message says what was asked, what came back and, where it is known, what
 * to do; neither it nor anything printable on the error holds a token, a cookie, a query string or a body.
 *
 * The one other thing a call rejects with is the reason of its own `AbortSignal`, untouched.
 *
 * @example
 * ```ts
 * import { isServiceError } from '@x/http-core';
 *
 * export function report(error: unknown): string {
 *   if (!isServiceError(error)) throw error;
 *   return error.retryable ? `later: ${error.code}` : `no: ${error.message}`;
 * }
 * ```
 */
export class ServiceError extends Error {
  override name = 'ServiceError';
  /** The service that was asked, in lower case. */
  declare readonly service: string;
  /** Closed: what kind of failure it was. */
  declare readonly kind: ErrorKind;
  /** Open: the service's own word, or one of `INVALID_OPTION`, `INVALID_REQUEST`, `INVALID_JSON`, `HTTP_nnn`, `NETWORK`, `TIMEOUT`, `REDIRECTED`, `ANSWER_TOO_LARGE`, `CLOSED`. */
  declare readonly code: string;
  /** Exactly: repeating this very call is harmless and may succeed. */
  readonly retryable: boolean = false;
  /** The HTTP status as received; absent when no answer came. */
  declare readonly status?: number;
  /** The service's id of the request, for its support. */
  declare readonly requestId?: string;
  /** How long the service asks to wait, in milliseconds. */
  declare readonly retryAfterMs?: number;
  /** The answer as the service worded it. Not enumerable: a logger that prints the error does not print it. */
  declare readonly details?: unknown;

  constructor(message: string, facts: ServiceErrorFacts) {
    super(message, facts);
    // What is not known is left out: nothing prints it as undefined.
    for (const [name, value] of Object.entries(facts)) {
      if (value !== undefined && value !== null) (this as Record<string, unknown>)[name] = value;
    }
    Object.defineProperty(this, 'details', { enumerable: false });
  }

  /** The brand that {@link isServiceError} asks for; on the prototype, so that it is never printed. */
  get isServiceError(): true {
    return true;
  }
}

/** The class that a client makes its errors of: {@link ServiceError} or a class that extends it. */
export type ServiceErrorClass = new (message: string, facts: ServiceErrorFacts) => ServiceError;

/**
 * Whether a value is an error of one of these clients. By brand and not by `instanceof`, so that two installed copies of
 * this package agree.
 *
 * @example
 * ```ts
 * import { isServiceError } from '@x/http-core';
 *
 * export const worthAnotherTry = (error: unknown): boolean => isServiceError(error) && error.retryable;
 * ```
 */
export function isServiceError(value: unknown): value is ServiceError {
  return value instanceof Error && (value as Partial<ServiceError>).isServiceError === true;
}
