import type { Fault, Faults, RequestMatch } from '../frame/index.js';

/** What goes wrong with calls. Without anything else they are answered with 503. */
export interface Failure {
  readonly match?: RequestMatch;
  /** Default 503. */
  readonly status?: number;
  /** An object is sent as JSON. Default: nothing. */
  readonly body?: string | object;
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** In place of a refusal: answered as usual, so many milliseconds later. */
  readonly delayMs?: number;
  /** In place of a refusal: the connection is closed before the call is handled, or after. True is before. */
  readonly drop?: boolean | 'before' | 'after';
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

function faultOf({ status = 503, body = '', retryAfter, delayMs, drop = false }: Failure): Fault {
  if (drop !== false) return { kind: 'drop', when: drop === true ? 'before' : drop };
  if (delayMs !== undefined) return { kind: 'delay', ms: delayMs };
  const isText = typeof body === 'string';
  const headers = {
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...(isText ? {} : { 'content-type': 'application/json; charset=utf-8' }),
  };
  return { kind: 'status', status, headers, body: isText ? body : JSON.stringify(body) };
}
