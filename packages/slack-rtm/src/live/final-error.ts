import { isServiceError, type ServiceError } from '@x/http-core';
import { SlackError } from '../errors.js';

/** The same error, as one after which nothing is tried again. */
export function asFinal(error: unknown): unknown {
  return isServiceError(error) && error.retryable ? copyOf(error, false) : error;
}

/** The same error, as one after which it is tried again. */
export function asPassing(error: unknown): unknown {
  return isServiceError(error) && !error.retryable ? copyOf(error, true) : error;
}

function copyOf(error: ServiceError, retryable: boolean): SlackError {
  const { message, service, kind, code, status, requestId, retryAfterMs, details, cause } = error;
  return new SlackError(message, {
    service,
    kind,
    code,
    status,
    requestId,
    retryAfterMs,
    details,
    cause,
    retryable,
  });
}
