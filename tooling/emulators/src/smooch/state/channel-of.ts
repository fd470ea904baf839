import type { Service } from '../service.js';
import { addClient, primaryClient } from './clients.js';
import type { Client, User } from './model/index.js';
import { displayName } from './users.js';

/** Where this person writes. Somebody who was only made by the API has no channel yet, and now turns up on one. */
export function channelOf(service: Service, user: User): Client {
  const known = primaryClient(user);
  if (known !== undefined) return known;
  const name = displayName(service.store, user);
  return addClient(service, user, {
    type: 'messenger',
    channelId: service.ids.device(),
    displayName: name,
    info: name === undefined ? {} : { name },
  });
}
