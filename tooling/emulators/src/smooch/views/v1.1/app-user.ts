import { isSdk } from '../../state/clients.js';
import type { Client, Conversation, User } from '../../state/model.js';
import { viewClient as viewCommonClient } from '../common/client.js';
import { viewProfile } from '../common/profile.js';
import { present, type Wire } from '../common/wire.js';

/** Nobody pays and nobody is linked to a channel here, so there is neither payment info nor a pending client. */
export function viewAppUser(user: User, conversation: Conversation | undefined): Wire {
  return present({
    ...viewProfile(user),
    hasPaymentInfo: false,
    conversationStarted: conversation !== undefined,
    clients: user.clients.map(viewClient),
    pendingClients: [],
    properties: user.metadata,
  });
}

export function viewClient(client: Client): Wire {
  return present({
    _id: client.id,
    ...viewCommonClient(client),
    deviceId: isSdk(client) ? client.channelId : undefined,
    status: client.status,
    integrationId: client.integrationId,
  });
}
