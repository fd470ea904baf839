import { isServiceError } from '@x/http-core';
import { ChatExchangeError } from '../errors.js';

/**
 * What another attempt may mend, as an error that says so: a connection that is to last outlives maintenance pages and
 * answers that were cut. What the service refuses, and a login that fails, it does not outlive.
 */
export function survivable(error: unknown, evenNotFound = false): unknown {
  if (!isServiceError(error) || error.retryable) return error;
  const { service, kind, code, status, retryAfterMs } = error;
  const passes =
    (evenNotFound && code === 'NOT_FOUND') ||
    kind === 'network' ||
    kind === 'timeout' ||
    kind === 'http' ||
    (kind === 'protocol' && code !== 'UNEXPECTED_ADDRESS') ||
    code === 'SESSION_LOST' ||
    // An edge that gives no reason: the service itself says why.
    code === 'HTTP_403';
  return passes
    ? new ChatExchangeError(error.message, {
        service,
        kind,
        code,
        status,
        retryAfterMs,
        retryable: true,
        cause: error,
      })
    : error;
}
