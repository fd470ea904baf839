import type { Conversation } from '../../state/model/index.js';
import type { Store } from '../../state/store.js';
import { isoTime, present, type Wire } from '../common/wire.js';

export function viewConversation(store: Store, conversation: Conversation): Wire {
  const { isDefault, displayName, description, iconUrl, businessLastRead } = conversation;
  return present({
    ...viewTruncatedConversation(store, conversation),
    isDefault,
    displayName,
    description,
    iconUrl,
    businessLastRead: businessLastRead === undefined ? undefined : isoTime(businessLastRead),
    lastUpdatedAt: isoTime(conversation.lastUpdatedAt),
    createdAt: isoTime(conversation.createdAt),
  });
}

/** What webhooks are told of a conversation. */
export function viewTruncatedConversation(store: Store, conversation: Conversation): Wire {
  const { id, type, brandId, metadata } = conversation;
  return present({
    id,
    type,
    brandId,
    metadata,
    activeSwitchboardIntegration: viewSeat(store, conversation.activeSwitchboardIntegrationId),
    pendingSwitchboardIntegration: viewSeat(store, conversation.pendingSwitchboardIntegrationId),
  });
}

function viewSeat(store: Store, seatId: string | undefined): Wire | undefined {
  const seat = store.switchboardIntegrations.get(seatId ?? '');
  if (seat === undefined) return undefined;
  const { id, name, integrationId, integrationType } = seat;
  return { id, name, integrationId, integrationType };
}
