import type { Service } from '../service.js';
import type { UserMerged } from '../webhooks/events.js';
import { conversationsOf, defaultConversation } from './conversations.js';
import { primaryClient } from './clients.js';
import type { App, Conversation, User } from './model/index.js';

/** Makes two users one. The survivor keeps what both have, and takes over what only the other had. */
export function mergeUsers(
  service: Service,
  app: App,
  { surviving, discarded, reason }: Pick<UserMerged, 'surviving' | 'discarded' | 'reason'>,
): void {
  const { store, clock } = service;
  const kept = defaultConversation(store, surviving);
  const given = defaultConversation(store, discarded);
  const gone = kept !== undefined && given !== undefined ? given : undefined;
  if (kept !== undefined && gone !== undefined) {
    joinConversations(kept, gone);
    store.conversations.delete(gone.id);
  }
  for (const conversation of [
    ...conversationsOf(store, discarded.id),
    ...(kept === undefined ? [] : [kept]),
  ]) {
    handOver(conversation, discarded, surviving);
  }
  const metadata = discarded.metadata;
  const hadPrimary = primaryClient(surviving) !== undefined;
  for (const client of discarded.clients) {
    surviving.clients.push(hadPrimary ? { ...client, primary: false } : client);
  }
  surviving.externalId ??= discarded.externalId;
  surviving.zendeskId ??= discarded.zendeskId;
  surviving.metadata = { ...metadata, ...surviving.metadata };
  store.users.delete(discarded.id);
  service.publish({
    kind: 'user:merge',
    app,
    surviving,
    discarded,
    conversation: kept ?? given,
    discardedConversation: gone,
    discardedMetadata: Object.keys(metadata).length === 0 ? undefined : metadata,
    reason,
    at: clock.now(),
  });
}

function joinConversations(kept: Conversation, gone: Conversation): void {
  kept.messages = [...kept.messages, ...gone.messages].toSorted(
    (one, other) => one.received - other.received,
  );
  kept.recentNotifications = [...kept.recentNotifications, ...gone.recentNotifications];
  kept.lastUpdatedAt = Math.max(kept.lastUpdatedAt, gone.lastUpdatedAt);
}

/** The survivor takes the place of the other, unless they are in the conversation already. */
function handOver(conversation: Conversation, from: User, to: User): void {
  const isThere = conversation.participants.some(({ userId }) => userId === to.id);
  conversation.participants = conversation.participants.flatMap((participant) => {
    if (participant.userId !== from.id) return [participant];
    return isThere ? [] : [{ ...participant, userId: to.id }];
  });
  conversation.messages = conversation.messages.map((message) =>
    message.author.id === from.id ? { ...message, author: { ...message.author, id: to.id } } : message,
  );
}
