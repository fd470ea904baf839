import type { Fault, Faults, RequestMatch } from '../frame/index.js';

/** What goes wrong with calls. Without anything else they are answered with 503. */
export interface Failure {
  readonly match?: RequestMatch;
  /** Default 503. */
  readonly status?: number;
  /** Default: nothing. */
  readonly body?: string;
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** In place of a refusal: answered as usual, so many milliseconds later. */
  readonly delayMs?: number;
  /** In place of a refusal: the connection is closed before the call is handled, or after. */
  readonly drop?: 'before' | 'after';
  /** How many calls. Default 1; `Infinity` for all. */
  readonly times?: number;
}

export function addFailure(faults: Faults, failure: Failure): () => void {
  const { match, times } = failure;
  return faults.add({
    ...(match === undefined ? {} : { match }),
    ...(times === undefined ? {} : { times }),
    fault: faultOf(failure),
  });
}

function faultOf({ status = 503, body = '', retryAfter, delayMs, drop }: Failure): Fault {
  if (drop !== undefined) return { kind: 'drop', when: drop };
  if (delayMs !== undefined) return { kind: 'delay', ms: delayMs };
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { kind: 'status', status, headers, body };
}
