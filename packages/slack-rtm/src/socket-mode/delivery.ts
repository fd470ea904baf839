import type { Authorization } from '../types/socket-mode.js';

/** How something came by Socket Mode. */
export interface Delivery {
  /** Of the envelope that it came in; another one when it is delivered again. */
  readonly envelope_id: string;
  /** The same in every delivery of an event; commands and interactions have none. */
  readonly event_id?: string;
  readonly team_id?: string;
  /** 0 the first time, at most 3. */
  readonly retry_attempt: number;
  /** Why it is delivered again: `timeout`; empty the first time. */
  readonly retry_reason: string;
  /** For whom the event is. */
  readonly authorizations: readonly Authorization[];
  /** Acknowledges it now; see {@link Acknowledgeable.ack}. */
  readonly ack: (payload?: object) => void;
}

/** What can be acknowledged before those who listen to it have done. */
export interface Acknowledgeable {
  /**
   * Acknowledges it now, and answers it where `accepts_response_payload` says so. Without it, it is acknowledged by itself.
   * What was acknowledged is not acknowledged twice.
   *
   * @throws `usage` / `INVALID_REQUEST` for an answer that Slack would drop: where none is taken, where it is no object, and of
   * 20,480 bytes and more; it is acknowledged all the same. `usage` / `ACKNOWLEDGED` for an answer that is too late, and
   * `closed` / `NOT_READY` for one whose connection is gone. Answer by `response_url` or the Web API then.
   */
  readonly ack: (payload?: object) => void;
}

/** Where it stands on what came: out of sight, and a third of the time that a weak map takes for each of many events. */
const place = /* @__PURE__ */ Symbol('delivery');

/** Notes how something came. */
export function noteDelivery(subject: object, delivery: Delivery): void {
  Object.defineProperty(subject, place, { value: delivery });
}

/**
 * How an event came: its envelope and its id, whether it is delivered again, for whom it is, and its acknowledgement. Takes an
 * event or an envelope as a listener or an iterator of `createSlackSocket` got it; `undefined` for anything else, such as events
 * of RTM.
 *
 * @example
 * ```ts
 * import { deliveryOf, type SlackSocket } from '@x/slack-rtm';
 *
 * export const watch = (slack: SlackSocket): (() => void) =>
 *   slack.on('message', (message) => {
 *     const { event_id: id, retry_attempt: retry = 0 } = deliveryOf(message) ?? {};
 *     if (retry > 0) console.log(`${id} comes late`);
 *   });
 * ```
 */
export function deliveryOf(subject: object): Delivery | undefined {
  return (subject as { readonly [place]?: Delivery })[place];
}
