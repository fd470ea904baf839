import type { Webhook } from '../state/model/index.js';
import type { Store } from '../state/store.js';
import { hears } from '../state/switchboards.js';
import type { Wire } from '../views/common/wire.js';
import type { DeliveryEngine } from './delivery-engine.js';
import type { DomainEvent } from './events.js';
import { v11Payload } from './payloads/v1.1.js';
import { v1Payload } from './payloads/v1.js';
import { v2Payload, type Stamp } from './payloads/v2.js';
import { conversationOf } from './subjects.js';
import { isSubscribed, triggersFor } from './triggers.js';

/** Sends an event to every webhook of the app that asked for it, in the shape of that webhook's version. */
export function publish(
  store: Store,
  engine: Pick<DeliveryEngine, 'send'>,
  event: DomainEvent,
  stamp: Stamp,
): void {
  for (const webhook of store.webhooks.values()) {
    if (webhook.appId !== event.app.id || !reaches(store, event, webhook)) continue;
    for (const trigger of triggersFor(event, webhook.version)) {
      if (isSubscribed(webhook, trigger)) {
        engine.send(webhook, trigger, payloadOf(store, event, trigger, webhook, stamp));
      }
    }
  }
}

/** The older versions know of no other conversations than the default ones; v2 leaves it to the switchboard who hears what. */
function reaches(store: Store, event: DomainEvent, webhook: Webhook): boolean {
  const conversation = conversationOf(event);
  if (conversation === undefined) return true;
  return webhook.version === 'v2'
    ? hears(store, conversation, webhook.integrationId)
    : conversation.isDefault;
}

function payloadOf(store: Store, event: DomainEvent, trigger: string, webhook: Webhook, stamp: Stamp): Wire {
  switch (webhook.version) {
    case 'v1':
      return v1Payload(store, event, trigger);
    case 'v1.1':
      return v11Payload(store, event, trigger, webhook);
    case 'v2':
      break;
  }
  return v2Payload(store, event, trigger, webhook, stamp);
}
