import type { Service } from '../service.js';
import { isSdk } from '../state/clients.js';
import type { Client } from '../state/model/index.js';
import type { DeliveryError, DeliveryReport } from './events.js';

const blocked: DeliveryError = {
  code: 'forbidden',
  message: 'Forbidden',
  underlyingError: { message: 'The user has blocked messages from this sender.' },
};

/** One thing that a channel has to say of something that was sent to it. */
export type Outcome = Pick<DeliveryReport, 'stage' | 'isFinal' | 'externalMessageId' | 'error'>;

/** What a channel says by itself. The service's own SDKs are no channels of somebody else and say nothing. */
export function deliveryTo({ ids, switches }: Service, client: Client): readonly Outcome[] {
  if (isSdk(client) || !switches.reportDeliveries) return [];
  if (client.status === 'blocked') {
    return [{ stage: 'failure', isFinal: true, externalMessageId: undefined, error: blocked }];
  }
  const known = { externalMessageId: ids.externalMessage(), error: undefined };
  return [
    { ...known, stage: 'channel', isFinal: false },
    { ...known, stage: 'user', isFinal: true },
  ];
}

/** Reports how a message of the business fared on the user's channel. */
export function publishDeliveries(
  service: Service,
  what: Pick<DeliveryReport, 'app' | 'user' | 'conversation' | 'message' | 'client'>,
): void {
  const at = service.clock.now();
  for (const outcome of deliveryTo(service, what.client)) {
    service.publish({ kind: 'delivery', ...what, at, ...outcome });
  }
}
