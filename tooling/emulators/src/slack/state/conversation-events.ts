import { renderDetail } from '../render/conversation.js';
import type { Service } from '../service.js';
import { toUser } from './audiences.js';
import type { DomainEvent } from './events.js';
import type { Conversation } from './model.js';

/** What the one who opens an IM or a group message is told of it on all connections. */
export function conversationOpened(
  { store, timestamps }: Pick<Service, 'store' | 'timestamps'>,
  conversation: Conversation,
  userId: string,
  isNew: boolean,
): DomainEvent[] {
  const channel = renderDetail(store, conversation, userId);
  if (conversation.kind === 'im') {
    const about = { user: channel['user'] };
    return [
      ...(isNew
        ? [toUser(userId, { type: 'im_created', ...about, channel, event_ts: timestamps.next() })]
        : []),
      toUser(userId, { type: 'im_open', ...about, channel: conversation.id, event_ts: timestamps.next() }),
    ];
  }
  if (conversation.kind === 'mpim') {
    const about = { is_mpim: true, event_ts: timestamps.next() };
    return [
      ...(isNew
        ? [...conversation.members].map((member) =>
            toUser(member, {
              type: 'mpim_joined',
              channel: {
                ...renderDetail(store, conversation, member),
                members: [...conversation.members],
              },
              event_ts: timestamps.next(),
            }),
          )
        : []),
      toUser(userId, { type: 'mpim_open', user: userId, channel: conversation.id, ...about }),
    ];
  }
  return [];
}
