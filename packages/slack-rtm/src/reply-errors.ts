import { slackError, type SlackError } from './errors.js';
import type { Reply } from './replies.js';

/** What RTM says of a connection that sends too fast. */
const flood = -1;

/** A message that RTM refused, with its own number for why. */
export function refusedReply(channel: string, { error = {} }: Reply): SlackError {
  const { code, msg } = error;
  const message = `message to ${channel} was refused with ${String(code)}: ${String(msg)}`;
  return code === flood
    ? slackError('rate-limit', String(code), message, { details: error, retryable: true, retryAfterMs: 1000 })
    : slackError('refused', String(code), message, { details: error });
}

/** A message of which nobody knows whether it arrived. */
export function unconfirmed(channel: string): SlackError {
  return slackError(
    'timeout',
    'SEND_UNCONFIRMED',
    `message to ${channel} was sent and never confirmed; it may have arrived, so look before sending it again`,
  );
}

/** A message that was not sent. */
export function unsent(channel: string, closed: boolean): SlackError {
  const why = closed ? 'was closed' : 'is not ready';
  const message = `message to ${channel} was not sent: the connection ${why}`;
  return slackError('closed', closed ? 'CLOSED' : 'NOT_READY', message, { retryable: !closed });
}

/** More messages wait than can be sent in a reasonable time. */
export function queueFull(limit: number): SlackError {
  return slackError('usage', 'QUEUE_FULL', `${limit} messages wait already; Slack takes one a second`, {
    retryable: true,
  });
}
