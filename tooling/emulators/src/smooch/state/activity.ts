import type { Service } from '../service.js';
import type { ActivitySeen } from '../webhooks/events.js';
import { primaryClient } from './clients.js';
import { readByUser } from './conversations.js';
import type { App, Conversation, User } from './model/index.js';

/** A user reads a conversation or types in it, and the webhooks are told. */
export function seeActivity(
  service: Service,
  app: App,
  conversation: Conversation,
  user: User,
  type: ActivitySeen['type'],
): void {
  const at = service.clock.now();
  if (type === 'conversation:read') readByUser(conversation, user.id, at);
  const client = primaryClient(user);
  service.publish({ kind: 'activity', type, app, conversation, user, client, at });
}
