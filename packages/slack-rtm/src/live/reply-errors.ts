import { slackError, type SlackError } from '../errors.js';
import type { Outgoing, Reply } from '../rtm/replies.js';

interface Refusal {
  readonly code?: unknown;
  readonly msg?: unknown;
}

/** What RTM says of a connection that sends too fast. */
const flood = -1;

/** A message that RTM refused, with its own number for why, or its word; there may be neither. */
export function refusedReply(channel: string, { error }: Reply): SlackError {
  const { code = 'SEND_REFUSED', msg } = (
    typeof error === 'string' ? { code: error } : Object(error)
  ) as Refusal;
  const why = typeof msg === 'string' ? `: ${msg}` : '';
  const message = `message to ${channel} was refused with ${String(code)}${why}`;
  return code === flood
    ? slackError('rate-limit', String(code), message, { details: error, retryable: true, retryAfterMs: 1000 })
    : slackError('refused', String(code), message, { details: error });
}

/** The `details` of a `SEND_UNCONFIRMED`: the message of which nobody knows whether it arrived. */
export interface UnconfirmedMessage {
  /** The id of its frame; in Socket Mode, where it goes by the Web API, it has none. */
  readonly id?: number;
  readonly channel: string;
  readonly text: string;
  readonly threadTs?: string;
  /** When it was written, by this machine's clock. */
  readonly sentAt: Date;
}

/** A message of which nobody knows whether it arrived. */
export function unconfirmed({
  id,
  channel,
  text,
  threadTs,
  sentAt,
}: Pick<Outgoing, 'channel' | 'text' | 'threadTs'> & {
  readonly id?: number;
  readonly sentAt: number;
}): SlackError {
  const details: UnconfirmedMessage = {
    ...(id !== undefined && { id }),
    channel,
    text,
    ...(threadTs !== undefined && { threadTs }),
    sentAt: new Date(sentAt),
  };
  return slackError(
    'timeout',
    'SEND_UNCONFIRMED',
    `message to ${channel} was sent and never confirmed; it may have arrived, so look before sending it again`,
    { details, ambiguous: true },
  );
}

/** A message that was not sent. */
export function unsent(channel: string, closed: boolean): SlackError {
  return unconnected(`message to ${channel} was not sent`, closed);
}

/** Something that needs a connection, of which there is none. */
export function unconnected(what: string, closed = false): SlackError {
  const why = closed ? 'was closed' : 'is not ready';
  const message = `${what}: the connection ${why}`;
  return slackError('closed', closed ? 'CLOSED' : 'NOT_READY', message, { retryable: !closed });
}

/** More messages wait than can be sent in a reasonable time. */
export function queueFull(limit: number): SlackError {
  return slackError('usage', 'QUEUE_FULL', `${limit} messages wait already; Slack takes one a second`, {
    retryable: true,
  });
}
