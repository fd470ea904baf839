import type { Timestamp } from '../timestamps.js';
import type { Conversation, Message } from './model.js';

export function findMessage(conversation: Conversation, ts: Timestamp): Message | undefined {
  return conversation.messages.find((message) => message.ts === ts);
}

/** The replies of a thread, oldest first. */
export function repliesTo(conversation: Conversation, ts: Timestamp): readonly Message[] {
  return conversation.messages.filter((message) => message.threadTs === ts);
}

/** What the conversation itself shows: all but replies, unless they were sent to the channel too. */
export function mainMessages(conversation: Conversation): readonly Message[] {
  return conversation.messages.filter(
    ({ threadTs, subtype }) => threadTs === undefined || subtype === 'thread_broadcast',
  );
}
