import type { Open } from './open.js';
import type { PageFacts } from './page.js';

/** What a webhook can be told of. A webhook of v1 knows other names than one of v1.1. */
export type WebhookTrigger = Open<
  | 'appUser:delete'
  | 'client:add'
  | 'client:remove'
  | 'conversation:read'
  | 'conversation:referral'
  | 'conversation:start'
  | 'link:failure'
  | 'link:match'
  | 'link:success'
  | 'merge:appUser'
  | 'message:appMaker'
  | 'message:appUser'
  | 'message:delivery:channel'
  | 'message:delivery:failure'
  | 'message:delivery:user'
  | 'notification:delivery:channel'
  | 'notification:delivery:failure'
  | 'notification:delivery:user'
  | 'payment:success'
  | 'postback'
  | 'typing:appUser'
  // v1 only
  | 'delivery:failure'
  | 'delivery:success'
  | 'message'
  | '*'
>;

/** An address that the service tells of events. */
export interface Webhook {
  readonly _id: string;
  readonly target: string;
  readonly triggers: readonly WebhookTrigger[];
  /** What the service sends along as `X-API-Key`. */
  readonly secret: string;
  /** The version whose payloads it is sent; absent in v1. */
  readonly version?: string;
  readonly includeClient?: boolean;
  readonly includeFullAppUser?: boolean;
}

/** What can be told of a webhook. */
export interface WebhookContent {
  /** Where events are told: an http or https URL that answers. */
  readonly target: string;
  /** Default in v1: `message`. */
  readonly triggers?: readonly WebhookTrigger[] | undefined;
  /** v1.1 only: whether events tell through which client the user wrote. Default `false`. */
  readonly includeClient?: boolean | undefined;
  /** v1.1 only: whether events tell all of the user. Default `false`. */
  readonly includeFullAppUser?: boolean | undefined;
}

/** A webhook, in the envelope of the service. */
export interface WebhookResponse {
  readonly webhook: Webhook;
}

/** All webhooks of an app, or of an integration with its own token. */
export interface WebhooksResponse extends PageFacts {
  readonly webhooks: readonly Webhook[];
}
