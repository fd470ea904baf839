import type { Service } from '../service.js';
import { toViewers } from './audiences.js';
import type { Conversation, Message } from './model.js';

/** Gives a reaction; false when this user has given it already. */
export function addReaction(
  service: Service,
  conversation: Conversation,
  message: Message,
  reaction: { readonly userId: string; readonly name: string },
): boolean {
  const { userId, name } = reaction;
  const former = message.reactions ?? [];
  const known = former.find((one) => one.name === name);
  if (known?.userIds.includes(userId) === true) return false;
  const reactions =
    known === undefined
      ? [...former, { name, userIds: [userId] }]
      : former.map((one) => (one === known ? { name, userIds: [...one.userIds, userId] } : one));
  conversation.messages.replace({ ...message, reactions });
  tell(service, conversation, message, { type: 'reaction_added', ...reaction });
  return true;
}

/** Takes a reaction back; false when this user has not given it. The last one takes its name away. */
export function removeReaction(
  service: Service,
  conversation: Conversation,
  message: Message,
  reaction: { readonly userId: string; readonly name: string },
): boolean {
  const { userId, name } = reaction;
  const former = message.reactions ?? [];
  const known = former.find((one) => one.name === name);
  if (known?.userIds.includes(userId) !== true) return false;
  const left = { name, userIds: known.userIds.filter((id) => id !== userId) };
  const reactions = former.map((one) => (one === known ? left : one)).filter((one) => one.userIds.length > 0);
  conversation.messages.replace({ ...message, reactions });
  tell(service, conversation, message, { type: 'reaction_removed', ...reaction });
  return true;
}

function tell(
  service: Service,
  conversation: Conversation,
  message: Message,
  { type, userId, name }: { readonly type: string; readonly userId: string; readonly name: string },
): void {
  service.publish(
    toViewers(conversation, {
      type,
      user: userId,
      reaction: name,
      // Of a bot under another name there is no user to tell.
      ...(message.userId === undefined ? {} : { item_user: message.userId }),
      item: { type: 'message', channel: conversation.id, ts: message.ts },
      event_ts: service.timestamps.next(),
    }),
  );
}
