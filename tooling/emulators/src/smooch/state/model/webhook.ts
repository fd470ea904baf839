import type { ApiVersion } from './values.js';

export interface Webhook {
  readonly id: string;
  readonly appId: string;
  /** The integration that it belongs to; webhooks of the older versions belong to the app. */
  readonly integrationId: string | undefined;
  readonly secret: string;
  /** Fixed by the version of the call that made it, and with it the shape of what it is sent. */
  readonly version: ApiVersion;
  target: string;
  triggers: readonly string[];
  /** Whether a channel is told in full: the source in v2, the client before. */
  includeFullSource: boolean;
  includeFullUser: boolean;
}
