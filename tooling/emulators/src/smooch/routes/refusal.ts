import { ApiError } from '../errors.js';
import { jsonResponse } from '../headers.js';

/** The answer that a refusal becomes. Anything else that was thrown is a fault of the emulator and goes on. */
export function refusal(error: unknown, isV2 = false): Response {
  if (!(error instanceof ApiError)) throw error;
  const { status, code, message, headers, inV2 } = error;
  const body = isV2
    ? { errors: [inV2 ?? { code, title: message }] }
    : { error: { code, description: message } };
  return jsonResponse(status, body, headers);
}

/** Whether a path is one of v2, where refusals look different. */
export function isV2Path(path: string): boolean {
  return /^(?:\/sc)?(?:\/v2|\/oauth)(?:\/|$)|^\/sc\/attachments\//.test(path);
}
