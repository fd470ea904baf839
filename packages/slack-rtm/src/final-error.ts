import { isServiceError } from '@x/http-core';
import { SlackError } from './errors.js';

/** The same error, as one after which nothing is tried again. */
export function asFinal(error: unknown): unknown {
  if (!isServiceError(error) || !error.retryable) return error;
  const { message, service, kind, code, status, requestId, retryAfterMs, details, cause } = error;
  return new SlackError(message, { service, kind, code, status, requestId, retryAfterMs, details, cause });
}
