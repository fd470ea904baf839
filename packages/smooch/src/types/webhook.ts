import type { Open } from './open.js';

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

export interface WebhookResponse {
  readonly webhook: Webhook;
}

export interface WebhooksResponse {
  readonly webhooks: readonly Webhook[];
}
