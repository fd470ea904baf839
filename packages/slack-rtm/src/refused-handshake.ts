import { retryAfterMs, type Clock } from '@x/http-core';
import { slackError, type SlackError } from './errors.js';
import type { HandshakeAnswer } from './live-options.js';

/** The error of an attempt that Slack, or what stands before it, refused: whatever the status, another address may do. */
export function refusedHandshake(
  name: string,
  { status, retryAfter = '' }: HandshakeAnswer,
  clock: Clock,
): SlackError {
  const waitMs = retryAfterMs(new Headers({ 'retry-after': retryAfter }), clock.now());
  return slackError(
    status === 429 ? 'rate-limit' : 'http',
    `HTTP_${status}`,
    `${name}: the socket was refused with status ${status}`,
    { status, retryable: true, ...(waitMs !== undefined && { retryAfterMs: waitMs }) },
  );
}
