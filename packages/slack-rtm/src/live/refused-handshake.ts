import { retryAfterMs, type Clock } from '@x/http-core';
import { slackError, type SlackError } from '../errors.js';
import type { HandshakeAnswer } from './options.js';

/** The error of an attempt that Slack, or what stands before it, refused: another address may do, unless it was the account. */
export function refusedHandshake(
  name: string,
  { status, retryAfter = '' }: HandshakeAnswer,
  clock: Clock,
): SlackError {
  const waitMs = retryAfterMs(new Headers({ 'retry-after': retryAfter }), clock.now());
  return slackError(
    kindOf(status),
    `HTTP_${status}`,
    `${name}: the socket was refused with status ${status}`,
    { status, retryable: status !== 401, ...(waitMs !== undefined && { retryAfterMs: waitMs }) },
  );
}

function kindOf(status: number): 'auth' | 'rate-limit' | 'http' {
  if (status === 401) return 'auth';
  return status === 429 ? 'rate-limit' : 'http';
}
