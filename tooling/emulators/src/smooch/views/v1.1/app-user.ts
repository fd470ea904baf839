import { isSdk, linkedClients } from '../../state/clients.js';
import type { Client, Conversation, User } from '../../state/model/index.js';
import { viewClient as viewCommonClient } from '../common/client.js';
import { viewProfile } from '../common/profile.js';
import { isoTime, present, type Wire } from '../common/wire.js';

export function viewAppUser(user: User, conversation: Conversation | undefined): Wire {
  return present({
    ...viewProfile(user),
    hasPaymentInfo: user.hasPaymentInfo,
    conversationStarted: conversation !== undefined,
    clients: linkedClients(user).map(viewClient),
    pendingClients: user.clients.filter(({ status }) => status === 'pending').map(viewClient),
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
    externalId: isSdk(client) || client.status === 'pending' ? undefined : client.channelId,
    linkedAt: client.linkedAt === undefined ? undefined : isoTime(client.linkedAt),
  });
}
