import type { SunshineEvent } from '../v2/types/events.js';

/** What a webhook of v2 is sent: several events in one, of different users perhaps. */
export interface WebhookEnvelope {
  /** Never there: it sets the envelope apart from the events of v1 and v1.1. */
  readonly trigger?: undefined;
  readonly app: { readonly id: string };
  readonly webhook: { readonly id: string; readonly version: 'v2' };
  readonly events: readonly SunshineEvent[];
}
