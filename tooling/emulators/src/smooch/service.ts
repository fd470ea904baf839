import type { Clock } from '../frame/index.js';
import type { Ids } from './ids.js';
import type { Webhook } from './state/model/index.js';
import type { Store } from './state/store.js';
import type { SmoochSwitches } from './switches.js';
import type { DomainEvent } from './webhooks/events.js';

/** What the parts of the emulator share. */
export interface Service {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly store: Store;
  readonly switches: SmoochSwitches;
  /** Where this emulator is reached, without a slash at the end. */
  readonly url: () => string;
  /** Picks the animal that a nameless user is called by. */
  readonly animalName: () => string;
  /** Tells the webhooks that something happened. */
  readonly publish: (event: DomainEvent) => void;
  /** Takes back whatever still waits to be sent to a webhook. */
  readonly forgetWebhook: (webhook: Webhook) => void;
}
