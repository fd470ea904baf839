import { isSdk } from '../../state/clients.js';
import type { Conversation, User } from '../../state/model.js';
import { viewClient } from '../common/client.js';
import { viewProfile } from '../common/profile.js';
import { present, type Wire } from '../common/wire.js';

/** v1 shows the clients of the SDKs a second time, as `devices`. */
export function viewAppUser(user: User, conversation: Conversation | undefined): Wire {
  return present({
    ...viewProfile(user),
    hasPaymentInfo: false,
    conversationStarted: conversation !== undefined,
    credentialRequired: user.credentialRequired,
    clients: user.clients.map(viewClient),
    devices: user.clients.filter(isSdk).map(viewClient),
    pendingClients: [],
    properties: user.metadata,
  });
}
