/**
 * What happens during a call, for logs and metrics. No event holds a query, a header or a body.
 *
 * - `request`: a request is about to be sent.
 * - `response`: it was answered with `status` after `durationMs` milliseconds, or failed without (`status` is absent).
 * - `retry`: the call waits for `delayMs` milliseconds and then tries again.
 * - `refresh`: the service refused the credential, and the call asks for a new one.
 * - `rate-limit`: the service allows no more calls of a method for `retryAfterMs` milliseconds; of the services here, Slack names
 *   the method, and the channel where the limit is one of a channel.
 * - `unsaved`: a new credential could not be stored. It stays in use, and storing it is tried again on later calls.
 * - `limits`: the service said how much of an allocation is used; of the services here, Salesforce does.
 */
export type HttpEvent =
  | { readonly type: 'request'; readonly method: string; readonly path: string; readonly attempt: number }
  | {
      readonly type: 'response';
      readonly method: string;
      readonly path: string;
      readonly attempt: number;
      readonly status?: number;
      readonly durationMs: number;
    }
  | {
      readonly type: 'retry';
      readonly method: string;
      readonly path: string;
      readonly attempt: number;
      readonly status?: number;
      readonly delayMs: number;
    }
  | {
      readonly type: 'refresh';
      readonly method: string;
      readonly path: string;
      readonly attempt: number;
      readonly status: number;
    }
  | {
      readonly type: 'rate-limit';
      readonly method: string;
      readonly channel?: string;
      readonly retryAfterMs: number;
      readonly attempt: number;
    }
  | { readonly type: 'unsaved'; readonly error: unknown }
  | { readonly type: 'limits'; readonly used: number; readonly allowed: number };

/** Hears of what happens during a call. What it throws is ignored: who only watches cannot break a call. */
export type Observe = (event: HttpEvent) => void;
