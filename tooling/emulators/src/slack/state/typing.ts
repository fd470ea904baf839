import type { Service } from '../service.js';
import type { Conversation } from './model.js';

/** Shows the other members that somebody is writing. */
export function announceTyping(
  service: Service,
  conversation: Conversation,
  userId: string,
  threadTs: string | undefined,
): void {
  const others = new Set(conversation.members);
  others.delete(userId);
  service.publish({
    audience: { to: 'users', userIds: others },
    frame: {
      type: 'user_typing',
      channel: conversation.id,
      user: userId,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    },
  });
}
