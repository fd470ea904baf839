import { systemClock, until } from '@x/http-core';
import { slackError } from './errors.js';
import type { SlackEvents } from './events.js';
import type { SlackLive } from './types/slack-live.js';

/** What can be said about a wait. */
export interface WaitForOptions {
  /** Ends the wait. */
  readonly signal?: AbortSignal | undefined;
  /** How long to wait, in milliseconds. Default: as long as the client lives. */
  readonly timeoutMs?: number | undefined;
}

/**
 * The next event of a type, or the next that `predicate` takes. It is listened to from the call on, so call it before what brings
 * the event about. It outlasts the loss of a connection, during which events may be missed.
 *
 * Rejects with `timeout` / `TIMEOUT` after `timeoutMs`, with the reason of the signal, with what `predicate` throws, and when the
 * client closes with what ended it, or `closed` / `CLOSED`.
 *
 * @example
 * ```ts
 * import { waitFor, type SlackRtm } from '@x/slack-rtm';
 *
 * export async function ask(slack: SlackRtm, channel: string, question: string): Promise<string> {
 *   const answer = waitFor(slack, 'message', (message) => message.channel === channel, { timeoutMs: 60_000 });
 *   await slack.send(channel, question);
 *   return (await answer).text ?? '';
 * }
 * ```
 */
export async function waitFor<Type extends keyof SlackEvents>(
  slack: Pick<SlackLive, 'on' | 'state'>,
  type: Type,
  predicate: (event: SlackEvents[Type]) => boolean = () => true,
  { signal, timeoutMs }: WaitForOptions = {},
): Promise<SlackEvents[Type]> {
  const closed = (): unknown => slackError('closed', 'CLOSED', `no ${type} will come, the client is closed`);
  if (slack.state === 'closed') throw closed();
  return until<SlackEvents[Type]>(signal, (resolve, reject) => {
    const offs = [
      slack.on(type, (event) => {
        try {
          if (predicate(event)) resolve(event);
        } catch (error) {
          reject(error);
        }
      }),
      slack.on('state', ({ to, error }) => {
        if (to === 'closed') reject(error ?? closed());
      }),
      timeoutMs === undefined
        ? () => undefined
        : systemClock.after(timeoutMs, () => {
            reject(slackError('timeout', 'TIMEOUT', `no ${type} came within ${timeoutMs} ms`));
          }),
    ];
    return () => {
      for (const off of offs) off();
    };
  });
}
