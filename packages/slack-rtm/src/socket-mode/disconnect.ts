import { slackError, type SlackError } from '../errors.js';
import type { SlackFrame } from '../events.js';

/** How long to stay away when there are too many connections already; up to as much again, so that not all come back at once. */
const tooManyMs = 30_000;

/** The code of the error that says that the app has too many connections. */
export const tooMany = 'too_many_websockets';

/** What a frame means for the connection that it comes by: its end, for a reason; nothing, if it only asks for another one. */
export function endOf({ type, reason }: SlackFrame): SlackError | undefined {
  if (type !== 'disconnect') return undefined;
  if (reason === 'link_disabled') {
    const message = 'Socket Mode is switched off for this app; switch it on in the settings of the app';
    return slackError('refused', reason, message);
  }
  if (reason === tooMany) {
    const retryAfterMs = tooManyMs * (1 + Math.random());
    const message = 'this app has too many Socket Mode connections; Slack allows ten';
    return slackError('refused', reason, message, { retryable: true, retryAfterMs });
  }
  return undefined;
}
