import { renderDetail } from '../render/conversation.js';
import type { Service } from '../service.js';
import { toUser } from './audiences.js';
import { addDirect, partnerOf } from './conversations.js';
import type { Conversation, User } from './model.js';

/** Makes the IM or group message of these users, all of whom are told that there is one. */
export function createDirect(service: Service, users: readonly User[]): Conversation {
  const conversation = addDirect(service, users);
  for (const member of conversation.members) showCreated(service, conversation, member);
  return conversation;
}

function showCreated(
  { store, timestamps, publish }: Service,
  conversation: Conversation,
  userId: string,
): void {
  const channel = renderDetail(store, conversation, userId);
  if (conversation.kind === 'im') {
    const user = channel['user'];
    publish(toUser(userId, { type: 'im_created', user, channel, event_ts: timestamps.next() }));
    return;
  }
  const shown = { ...channel, members: [...conversation.members] };
  // Clients that know nothing of group messages take it for a private channel.
  for (const type of ['mpim_joined', 'group_joined']) {
    publish(toUser(userId, { type, channel: shown, event_ts: timestamps.next() }));
  }
}

/** Puts an IM or a group message into the list of a member, who is told on all connections; false where it was in it already. */
export function openDirect(service: Service, conversation: Conversation, userId: string): boolean {
  const { id, kind, openFor } = conversation;
  if (!isDirect(conversation) || openFor.has(userId)) return false;
  openFor.add(userId);
  const about = kind === 'im' ? { user: partnerOf(conversation, userId) } : { user: userId, is_mpim: true };
  service.publish(
    toUser(userId, {
      type: `${kind}_open`,
      ...about,
      channel: id,
      event_ts: service.timestamps.next(),
    }),
  );
  return true;
}

/** Whoever is written to finds the IM or group message in their list, even if they had closed it. */
export function openForAll(service: Service, conversation: Conversation): void {
  if (!isDirect(conversation)) return;
  for (const member of conversation.members) openDirect(service, conversation, member);
}

function isDirect({ kind }: Conversation): boolean {
  return kind === 'im' || kind === 'mpim';
}
