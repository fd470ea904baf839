import { integrationKinds, sdkKinds } from '../../input/integration-kinds.js';
import type { Fields, Integration } from '../../state/model/index.js';
import type { Store } from '../../state/store.js';
import { without } from '../common/integration.js';
import { present, type Wire } from '../common/wire.js';
import { viewWebhook } from './webhook.js';

export function viewIntegration(store: Store, integration: Integration): Wire {
  const { id, type, status, displayName, showAIDisclaimer } = integration;
  const shown = { id, type, status, displayName, ...fieldsOf(integration) };
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

/** Pages of Messenger, unlike those of Instagram, are known by a number here. */
function fieldsOf({ type, fields }: Integration): Fields {
  const shown = without(fields, integrationKinds[type]?.onlyBefore);
  return type === 'messenger' ? { ...shown, pageId: Number(shown['pageId']) } : shown;
}

/** Who answers first on the channel, when the channel says so. */
function viewResponder(store: Store, { defaultResponderId }: Integration): Wire | undefined {
  const seat = store.switchboardIntegrations.get(defaultResponderId ?? '');
  if (seat === undefined) return undefined;
  const { switchboardId: _, ...shown } = seat;
  return present({ ...shown, inherited: false });
}
