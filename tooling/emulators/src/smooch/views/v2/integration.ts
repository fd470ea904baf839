import { sdkKinds } from '../../input/integration-kinds.js';
import type { Integration } from '../../state/model/index.js';
import type { Store } from '../../state/store.js';
import { present, type Wire } from '../common/wire.js';
import { viewWebhook } from './webhook.js';

export function viewIntegration(store: Store, integration: Integration): Wire {
  const { id, type, status, displayName, fields, showAIDisclaimer } = integration;
  const shown = { id, type, status, displayName, ...fields };
  if (type === 'custom') {
    const webhooks = [...store.webhooks.values()].filter(({ integrationId }) => integrationId === id);
    return present({ ...shown, webhooks: webhooks.map(viewWebhook) });
  }
  return present({
    ...shown,
    attachmentsEnabled: sdkKinds.has(type) ? true : undefined,
    defaultResponder: viewResponder(store, integration),
    showAIDisclaimer,
  });
}

/** Who answers first on the channel, when the channel says so. */
function viewResponder(store: Store, { defaultResponderId }: Integration): Wire | undefined {
  const seat = store.switchboardIntegrations.get(defaultResponderId ?? '');
  if (seat === undefined) return undefined;
  const { switchboardId: _, ...shown } = seat;
  return present({ ...shown, inherited: false });
}
