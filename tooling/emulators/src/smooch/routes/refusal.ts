import { ApiError } from '../errors.js';
import { jsonResponse } from '../headers.js';

/** The answer that a refusal becomes. Anything else that was thrown is a fault of the emulator and goes on. */
export function refusal(error: unknown): Response {
  if (!(error instanceof ApiError)) throw error;
  const body = { error: { code: error.code, description: error.message } };
  return jsonResponse(error.status, body, error.headers);
}
