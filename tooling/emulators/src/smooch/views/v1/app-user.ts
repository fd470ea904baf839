import { isSdk, linkedClients } from '../../state/clients.js';
import type { Conversation, User } from '../../state/model/index.js';
import { viewClient } from '../common/client.js';
import { viewProfile } from '../common/profile.js';
import { present, type Wire } from '../common/wire.js';

/** v1 shows the clients of the SDKs a second time, as `devices`. */
export function viewAppUser(user: User, conversation: Conversation | undefined): Wire {
  return present({
    ...viewProfile(user),
    hasPaymentInfo: user.hasPaymentInfo,
    conversationStarted: conversation !== undefined,
    credentialRequired: user.credentialRequired,
    clients: linkedClients(user).map(viewClient),
    devices: user.clients.filter(isSdk).map(viewClient),
    pendingClients: user.clients.filter(({ status }) => status === 'pending').map(viewClient),
    properties: user.metadata,
  });
}
