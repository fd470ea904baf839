import { isServiceError, neverConnected, type Lost, type ServiceError } from '@x/http-core';
import { slackError, type SlackError } from '../errors.js';
import { reword } from './reword.js';

/** A call of which Slack said a moment ago that there were too many. */
export function tooManyCalls(method: string, frozenMs: number): SlackError {
  const retryAfterMs = Math.ceil(frozenMs);
  return slackError(
    'rate-limit',
    'ratelimited',
    `${method} was not sent: Slack takes no more of its kind for ${Math.ceil(retryAfterMs / 1000)} s`,
    { retryable: true, retryAfterMs },
  );
}

/** The failure of a call whose time was over before it was its turn. */
export function unsentInTime(error: ServiceError): SlackError {
  const why = 'it was not sent: others of its kind go first, at the pace that Slack allows (see rateLimit)';
  return reword(error, { retryable: true }, why);
}

/** The failure of a call that waited for its turn when the client was closed. */
export function unsentOnClose(method: string, isRepeated: boolean): SlackError {
  const what = `${method} was not sent${isRepeated ? ' again' : ''}`;
  return slackError('closed', 'CLOSED', `${what}: the client was closed before its turn`, {
    retryable: true,
  });
}

/** Whether a failure of one sending leaves open what Slack did. */
export function isUndecided(error: unknown): boolean {
  // What fetch throws is not put into words yet, and becomes the cause of that.
  return isServiceError(error)
    ? /^(http|timeout|protocol)$/.test(error.kind)
    : !neverConnected.test(`${(error as Lost | undefined)?.cause?.code}`);
}

/** The failure of a call that may have been done when it was sent before. Only what Slack refuses plainly is certain. */
export function doubtful(error: ServiceError, method: string): ServiceError {
  const isGone = /^duplicate_\w+_not_found$/.test(error.code);
  if (!isGone && error.kind === 'refused') return error;
  const doubt =
    method === 'chat.postMessage'
      ? 'it may have been posted, so look before posting it again'
      : 'it may have been done, so look before doing it again';
  return reword(error, { retryable: false, ambiguous: true }, doubt);
}
