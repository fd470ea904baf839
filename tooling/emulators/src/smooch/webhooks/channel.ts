import type { Service } from '../service.js';
import { isSdk } from '../state/clients.js';
import type { DeliveryError, DeliveryReport } from './events.js';

const blocked: DeliveryError = {
  code: 'forbidden',
  message: 'Forbidden',
  underlyingError: { message: 'The user has blocked messages from this sender.' },
};

/**
 * Reports how a message of the business fared on the user's channel. The service's own SDKs are no channels of somebody else
 * and report nothing.
 */
export function publishDeliveries(
  service: Service,
  what: Pick<DeliveryReport, 'app' | 'user' | 'conversation' | 'message' | 'client'>,
): void {
  if (isSdk(what.client) || !service.switches.reportDeliveries) return;
  const base = { kind: 'delivery', ...what, at: service.clock.now() } as const;
  if (what.client.status === 'blocked') {
    service.publish({
      ...base,
      stage: 'failure',
      isFinal: true,
      externalMessageId: undefined,
      error: blocked,
    });
    return;
  }
  const externalMessageId = service.ids.externalMessage();
  const report = { ...base, externalMessageId, error: undefined };
  service.publish({ ...report, stage: 'channel', isFinal: false });
  service.publish({ ...report, stage: 'user', isFinal: true });
}
