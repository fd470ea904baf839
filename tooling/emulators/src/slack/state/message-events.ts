import { renderMessage, renderReplies } from '../render/message.js';
import type { Service } from '../service.js';
import { toUser } from './audiences.js';
import type { DomainEvent, Frame } from './events.js';
import type { Conversation, Message } from './model.js';

/** A message as its conversation's members see it arrive. */
export function messagePosted(
  { store }: Pick<Service, 'store'>,
  conversation: Conversation,
  message: Message,
  fromConnection: string | undefined,
): DomainEvent {
  const teamId = store.team.id;
  return shownToMembers(
    conversation,
    () => ({
      ...renderMessage(store, conversation, message),
      channel: conversation.id,
      ...(message.botId === undefined || message.userId !== undefined
        ? { user_team: teamId, source_team: teamId }
        : {}),
      event_ts: message.ts,
      suppress_notification: false,
    }),
    fromConnection,
  );
}

/** A message that one user alone sees and nobody keeps. */
export function ephemeralMessage(
  { store }: Pick<Service, 'store'>,
  conversation: Conversation,
  message: Message,
  userId: string,
): DomainEvent {
  return toUser(userId, {
    ...renderMessage(store, conversation, message),
    channel: conversation.id,
    is_ephemeral: true,
    event_ts: message.ts,
  });
}

/** A message in another state. `shownBefore` is how it looked, where the state before does not say that by itself. */
export function messageChanged(
  { store, timestamps }: Pick<Service, 'store' | 'timestamps'>,
  conversation: Conversation,
  before: Message,
  after: Message,
  shownBefore?: Frame,
): DomainEvent {
  const ts = timestamps.next();
  return shownToMembers(conversation, () => ({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: conversation.id,
    ts,
    event_ts: ts,
    message: renderMessage(store, conversation, after),
    previous_message: shownBefore ?? renderMessage(store, conversation, before),
  }));
}

export function messageDeleted(
  { store, timestamps }: Pick<Service, 'store' | 'timestamps'>,
  conversation: Conversation,
  message: Message,
): DomainEvent {
  const ts = timestamps.next();
  return shownToMembers(conversation, () => ({
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    channel: conversation.id,
    ts,
    event_ts: ts,
    deleted_ts: message.ts,
    previous_message: renderMessage(store, conversation, message),
  }));
}

/** Tells that the thread of a message has grown. */
export function messageReplied(
  { store, timestamps }: Pick<Service, 'store' | 'timestamps'>,
  conversation: Conversation,
  parent: Message,
): DomainEvent {
  const ts = timestamps.next();
  return shownToMembers(conversation, () => ({
    type: 'message',
    subtype: 'message_replied',
    hidden: true,
    channel: conversation.id,
    ts,
    event_ts: ts,
    message: {
      ...renderMessage(store, conversation, parent),
      replies: renderReplies(conversation, parent),
    },
  }));
}

/** Something for the members of a conversation, which is put into words only when somebody listens. */
function shownToMembers({ members }: Conversation, show: () => Frame, fromConnection?: string): DomainEvent {
  let frame: Frame | undefined;
  return {
    audience: { to: 'users', userIds: members },
    get frame() {
      frame ??= show();
      return frame;
    },
    ...(fromConnection === undefined ? {} : { exceptConnection: fromConnection }),
  };
}
