import { renderMessage } from '../render/message.js';
import type { Service } from '../service.js';
import { openForAll } from './direct-conversations.js';
import type { Content, Conversation, Message } from './model.js';
import { messageChanged, messageDeleted, messagePosted, messageReplied } from './message-events.js';
import type { Timestamp } from '../timestamps.js';

/** A message before the service has taken it. */
export interface Draft extends Omit<Message, 'ts' | 'subtype' | 'edited'> {
  readonly subtype?: string;
}

export interface Posting {
  /** The RTM connection that it came by, which learns of it by its acknowledgement. */
  readonly fromConnection?: string;
  /** Also shows a reply in the conversation itself. */
  readonly broadcast?: boolean;
}

/** Takes a message into a conversation and tells its members. */
export function postMessage(
  service: Service,
  conversation: Conversation,
  draft: Draft,
  { fromConnection, broadcast = false }: Posting = {},
): Message {
  openForAll(service, conversation);
  const message: Message = {
    ...draft,
    threadTs: threadRootOf(conversation, draft.threadTs),
    ts: service.timestamps.next(),
    subtype: broadcast ? 'thread_broadcast' : draft.subtype,
    edited: undefined,
  };
  conversation.messages.add(message);
  if (message.userId !== undefined) conversation.lastRead.set(message.userId, message.ts);
  service.publish(messagePosted(service, conversation, message, fromConnection));
  if (message.threadTs !== undefined) {
    const parent = conversation.messages.get(message.threadTs);
    if (parent !== undefined) service.publish(messageReplied(service, conversation, parent));
  }
  return message;
}

/** Threads do not branch: a reply to a reply belongs to the message that both are about. */
export function threadRootOf({ messages }: Conversation, ts: Timestamp | undefined): Timestamp | undefined {
  return ts === undefined ? undefined : (messages.get(ts)?.threadTs ?? ts);
}

/** Puts other content in the place of a message's. */
export function editMessage(
  service: Service,
  conversation: Conversation,
  before: Message,
  content: Content,
  editorId: string,
): Message {
  const seconds = String(Math.floor(service.clock.now() / 1_000)).padStart(10, '0');
  return changeMessage(service, conversation, before, {
    ...before,
    ...content,
    edited: { userId: editorId, ts: `${seconds}.000000` },
  });
}

/** Puts a message in the place of an earlier state of itself and tells the members. */
export function changeMessage(
  service: Service,
  conversation: Conversation,
  before: Message,
  after: Message,
): Message {
  conversation.messages.replace(after);
  service.publish(messageChanged(service, conversation, before, after));
  return after;
}

/** Takes a message away. One that has replies leaves a tombstone, so that its thread keeps a beginning. */
export function deleteMessage(service: Service, conversation: Conversation, message: Message): void {
  if (conversation.messages.replies(message.ts).length > 0) {
    const tombstone: Message = {
      ts: message.ts,
      subtype: 'tombstone',
      details: { hidden: true },
      text: 'This message was deleted.',
      blocks: undefined,
      attachments: undefined,
      metadata: undefined,
      userId: 'USLACKBOT',
      edited: undefined,
    };
    changeMessage(service, conversation, message, tombstone);
    return;
  }
  const parent = message.threadTs === undefined ? undefined : conversation.messages.get(message.threadTs);
  const shownBefore = parent === undefined ? undefined : renderMessage(service.store, conversation, parent);
  conversation.pins.delete(message.ts);
  conversation.messages.delete(message.ts);
  service.publish(messageDeleted(service, conversation, message));
  // It counts its replies.
  if (parent !== undefined) {
    service.publish(messageChanged(service, conversation, parent, parent, shownBefore));
  }
}
