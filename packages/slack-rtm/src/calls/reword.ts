import type { ServiceError, ServiceErrorFacts } from '@x/http-core';
import { SlackError } from '../errors.js';

/** The same failure, with more said about it. */
export function reword(
  error: ServiceError,
  addition: string,
  facts?: Partial<ServiceErrorFacts>,
): SlackError {
  const { service, kind, code, retryable, status, requestId, retryAfterMs, details, cause } = error;
  const same = { service, kind, code, retryable, status, requestId, retryAfterMs, details, cause };
  return new SlackError(`${error.message}; ${addition}`, { ...same, ...facts });
}
