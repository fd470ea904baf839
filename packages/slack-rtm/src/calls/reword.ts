import type { ServiceError } from '@x/http-core';
import { SlackError, type SlackErrorFacts } from '../errors.js';

/** The same failure, with other facts, or more said about it. */
export function reword(error: ServiceError, facts: Partial<SlackErrorFacts>, addition?: string): SlackError {
  const { message, service, kind, code, retryable, status, requestId, retryAfterMs, details, cause } = error;
  const { attempts, ambiguous } = error as SlackError;
  const same = { service, kind, code, retryable, status, requestId, retryAfterMs, details, cause };
  const all: SlackErrorFacts = { ...same, attempts, ambiguous, ...facts };
  return new SlackError(addition === undefined ? message : `${message}; ${addition}`, all);
}
