import { checkNumber, checkText, systemClock, until, type Clock } from '@x/http-core';
import { createRecent } from '@x/http-core/recent';
import { refuseArgument, SmoochError } from '../errors.js';
import type { EventNamed } from './events-by-name.js';

/** How far a message of the business can come: to the channel, or through it to the user. */
export type DeliveryStage = 'channel' | 'user';

/** The event that told it: `trigger` says which in v1.1, `type` in v2. */
export type Delivered = EventNamed<
  `message:delivery:${DeliveryStage}` | `conversation:message:delivery:${DeliveryStage}`
>;

type DeliveryName = `${'' | 'conversation:'}message:delivery:${DeliveryStage | 'failure'}`;

/** What can be said about a wait. */
export interface DeliveryWaitOptions {
  /** How far the message is to come. Not every channel tells whether the user has it. Default `user`. */
  readonly until?: DeliveryStage | undefined;
  /** How long to wait, in milliseconds. Default 60,000. */
  readonly timeoutMs?: number | undefined;
  /** Ends the wait. */
  readonly signal?: AbortSignal | undefined;
}

/** What {@link createDeliveryWatch} is told. */
export interface DeliveryWatchOptions {
  /** Of how many messages it is remembered what became of them; of the newer half of them for certain. Default 10,000. */
  readonly limit?: number | undefined;
  /** The clock of the waits. Default: that of the system. */
  readonly clock?: Clock | undefined;
}

/** Hears what becomes of messages, and tells those who wait for it. */
export interface DeliveryWatch {
  /** What hears it: a part of `on` of `createWebhookHandler`. */
  readonly on: { readonly [Name in DeliveryName]: (event: EventNamed<Name>) => void };
  /**
   * The event that tells that a message of the business has arrived: `messageId` is its `_id` in v1.1, its `id` in v2. One that came
   * before is remembered, so it is early enough to ask when the message is posted. What the user has, the channel has had.
   *
   * Rejects with `refused` and the code of the failure, `uncategorized_error` for example, when the message was not delivered:
   * `details` holds it, with the `underlyingError` of the channel. Rejects with `timeout` / `TIMEOUT` after `timeoutMs`, with the
   * reason of the signal, and with `usage` / `INVALID_REQUEST` for an option that cannot work.
   *
   * @example
   * ```ts
   * import type { Smooch } from '@x/smooch';
   * import type { DeliveryWatch } from '@x/smooch/webhooks';
   *
   * export async function tell(smooch: Smooch, watch: DeliveryWatch, userId: string): Promise<void> {
   *   const { message } = await smooch.postMessage(userId, 'Your order is on its way', { sentByMaker: true });
   *   const event = await watch.waitFor(message._id, { until: 'channel', timeoutMs: 30_000 });
   *   if (event.trigger !== undefined) console.log(`Told by ${event.destination?.type}`);
   * }
   * ```
   */
  waitFor(messageId: string, options?: DeliveryWaitOptions): Promise<Delivered>;
}

/** What is known of a message. */
interface Known {
  readonly channel?: Delivered;
  readonly user?: Delivered;
  readonly failure?: { readonly code?: string; readonly message?: string };
}

/**
 * Makes a watch over deliveries: a part of a webhook handler, and `waitFor`. The webhook must have the triggers, `message:delivery:channel`,
 * `:user` and `:failure` in v1.1, the same after `conversation:` in v2; v1 tells too little to wait for. It is a matter of one
 * process: events that come to another one are not heard.
 *
 * @see "Message delivery events" in the service's guide to webhooks.
 * @example
 * ```ts
 * import { createDeliveryWatch, createWebhookHandler } from '@x/smooch/webhooks';
 *
 * export const deliveries = createDeliveryWatch();
 * export const handler = createWebhookHandler({
 *   secrets: 'the secret of the webhook',
 *   on: { ...deliveries.on, 'message:appUser': ({ messages }) => console.log(messages.length) },
 * });
 * ```
 */
export function createDeliveryWatch({
  limit = 10_000,
  clock = systemClock,
}: DeliveryWatchOptions = {}): DeliveryWatch {
  const known = createRecent<string, Known>(limit);
  /** Who looks again when something becomes known of a message. */
  const waiting = new Map<string, Set<() => void>>();

  function note(messageId: string, fact: Known): void {
    known.set(messageId, { ...known.get(messageId), ...fact });
    for (const look of waiting.get(messageId) ?? []) look();
  }

  return {
    on: {
      'message:delivery:channel': (event) => note(event.message._id, { channel: event }),
      'message:delivery:user': (event) => note(event.message._id, { user: event }),
      'message:delivery:failure': ({ message, error }) => note(message._id, { failure: { ...error } }),
      'conversation:message:delivery:channel': (event) => note(event.payload.message.id, { channel: event }),
      'conversation:message:delivery:user': (event) => note(event.payload.message.id, { user: event }),
      'conversation:message:delivery:failure': ({ payload: { message, error } }) =>
        note(message.id, { failure: { ...error } }),
    },

    async waitFor(messageId, { until: stage = 'user', timeoutMs = 60_000, signal } = {}) {
      checkText(refuseArgument, 'messageId', messageId);
      checkNumber(refuseArgument, 'timeoutMs', timeoutMs, 1);
      if (stage !== 'user' && stage !== 'channel') refuseArgument('until', '"channel" or "user"');

      return until<Delivered>(signal, (resolve, reject) => {
        const look = (): void => {
          const { channel, user, failure } = known.get(messageId) ?? {};
          const event = user ?? (stage === 'channel' ? channel : undefined);
          if (event !== undefined) resolve(event);
          else if (failure !== undefined) reject(notDelivered(messageId, failure));
        };
        const all = waiting.get(messageId) ?? new Set();
        waiting.set(messageId, all.add(look));
        const stop = clock.after(timeoutMs, () => {
          reject(notInTime(messageId, stage, timeoutMs));
        });
        look();
        return () => {
          stop();
          all.delete(look);
          if (all.size === 0) waiting.delete(messageId);
        };
      });
    },
  };
}

function notDelivered(messageId: string, failure: NonNullable<Known['failure']>): SmoochError {
  const { code = 'NOT_DELIVERED', message } = failure;
  return new SmoochError(
    `smooch: the message ${messageId} was not delivered: ${[code, message].filter(Boolean).join(': ')}`,
    { service: 'smooch', kind: 'refused', code, details: failure },
  );
}

function notInTime(messageId: string, stage: DeliveryStage, timeoutMs: number): SmoochError {
  return new SmoochError(
    `smooch: nothing told within ${timeoutMs} ms that the ${stage} has the message ${messageId}: check the triggers of the webhook`,
    // Who waits again harms nobody.
    { service: 'smooch', kind: 'timeout', code: 'TIMEOUT', retryable: true },
  );
}
