import { linkedClients } from '../../state/clients.js';
import type { Participant, User } from '../../state/model/index.js';
import type { Store } from '../../state/store.js';
import { isoTime, present, type Wire } from '../common/wire.js';
import { clientId, clientType } from './client.js';

export function viewParticipant(store: Store, participant: Participant): Wire {
  const user = store.users.get(participant.userId);
  const { id, userId, unreadCount, lastRead } = participant;
  return present({
    id,
    userId,
    userExternalId: user?.externalId,
    unreadCount,
    lastRead: lastRead === undefined ? undefined : isoTime(lastRead),
    clientAssociations: user === undefined ? [] : associationsOf(user),
  });
}

/** By which channels the user takes part, the one that messages go to first. */
function associationsOf(user: User): Wire[] {
  const clients = linkedClients(user).toSorted((one, other) => Number(other.primary) - Number(one.primary));
  const byId = new Map(clients.map((client) => [clientId(user, client), clientType(client)]));
  return [...byId].map(([id, type]) => ({ type, clientId: id }));
}
