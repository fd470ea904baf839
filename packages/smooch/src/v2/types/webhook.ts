import type { Open } from '../../types/open.js';
import type { EventPayloads } from './events.js';

/** An event that a webhook is told of. */
export type Trigger = Open<keyof EventPayloads>;

/** An address that is told of events. */
export interface Webhook {
  readonly id: string;
  /** In which form events come: that of the version in which it was made. */
  readonly version?: Open<'v2'>;
  readonly target: string;
  readonly triggers: readonly Trigger[];
  /** What the service sends along with each event, for `verifyWebhook`. */
  readonly secret?: string;
  readonly includeFullUser?: boolean;
  readonly includeFullSource?: boolean;
}

/** A webhook to be made. */
export interface WebhookCreateBody {
  /** An http or https address. */
  readonly target: string;
  readonly triggers: readonly Trigger[];
  /** Whether events have all that is known of users. Default `false`. */
  readonly includeFullUser?: boolean | undefined;
  /** Whether events have the client and the device that something came from. Default `false`. */
  readonly includeFullSource?: boolean | undefined;
}

/** What is to change of a webhook. What is left out stays; `triggers` are replaced as a whole. */
export type WebhookBody = {
  readonly [Field in keyof WebhookCreateBody]?: WebhookCreateBody[Field] | undefined;
};

/** The answer that has a webhook. */
export interface WebhookResponse {
  readonly webhook: Webhook;
}
