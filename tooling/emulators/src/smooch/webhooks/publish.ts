import type { ApiVersion, Webhook } from '../state/model.js';
import type { Store } from '../state/store.js';
import type { Wire } from '../views/common/wire.js';
import type { DeliveryEngine } from './delivery-engine.js';
import type { DomainEvent } from './events.js';
import { v11Payload } from './payloads/v1.1.js';
import { v1Payload } from './payloads/v1.js';
import { isSubscribed, triggerOf } from './triggers.js';

/** Sends an event to every webhook of the app that asked for it, in the shape of that webhook's version. */
export function publish(store: Store, engine: DeliveryEngine, event: DomainEvent): void {
  for (const webhook of store.webhooks.values()) {
    const trigger = triggerOf(event, webhook.version);
    if (webhook.appId !== event.app.id || trigger === undefined) continue;
    if (isSubscribed(webhook.triggers, trigger)) {
      engine.send(webhook, trigger, payloadOf(webhook.version)(event, trigger, webhook));
    }
  }
}

function payloadOf(version: ApiVersion): (event: DomainEvent, trigger: string, webhook: Webhook) => Wire {
  return version === 'v1' ? v1Payload : v11Payload;
}
