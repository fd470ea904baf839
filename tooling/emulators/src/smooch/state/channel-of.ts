import type { Service } from '../service.js';
import { addClient, primaryClient } from './clients.js';
import type { Client, User } from './model/index.js';

/** Where this person writes. Somebody who was only made by the API has no channel yet, and now turns up on one. */
export function channelOf(service: Service, user: User): Client {
  return (
    primaryClient(user) ?? addClient(service, user, { type: 'messenger', channelId: service.ids.device() })
  );
}
