import { isServiceError } from '@x/http-core';
import { reword } from '../calls/reword.js';

/** The same error, as one after which nothing is tried again. */
export function asFinal(error: unknown): unknown {
  return isServiceError(error) && error.retryable ? reword(error, { retryable: false }) : error;
}

/** The same error, as one after which it is tried again. */
export function asPassing(error: unknown): unknown {
  return isServiceError(error) && !error.retryable ? reword(error, { retryable: true }) : error;
}
