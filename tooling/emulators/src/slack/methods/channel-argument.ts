import { missingArgument, SlackError } from '../errors.js';
import { createDirect } from '../state/direct-conversations.js';
import { findDirect, isVisible, requireConversation, requireMembership } from '../state/conversations.js';
import { threadRootOf } from '../state/messages.js';
import type { Conversation, Message } from '../state/model.js';
import type { Call } from './method.js';

/** An id, a name with or without `#`, or a user, which means the IM with them. */
function destinationOf({ service, args, user }: Call): Conversation {
  const { store } = service;
  const given = args.text('channel') ?? '';
  const other = store.users.get(given);
  if (other !== undefined) {
    return findDirect(store, new Set([user.id, other.id])) ?? createDirect(service, [user, other]);
  }
  // Names are looked for last: there may be thousands.
  if (store.conversations.has(given)) return requireConversation(store, given, user.id);
  const name = given.replace(/^#/, '');
  const named = [...store.conversations.values()].find(
    (conversation) => name !== '' && conversation.name === name && isVisible(conversation, user.id),
  );
  return named ?? requireConversation(store, given, user.id);
}

/** Where a post goes, if the caller may post there. */
export function postableConversation(call: Call): Conversation {
  const conversation = destinationOf(call);
  requireMembership(conversation, call.user.id);
  if (conversation.isArchived) throw new SlackError('is_archived');
  return conversation;
}

/** The message that began the thread, also when a reply of it is named. */
export function threadOf(conversation: Conversation, ts: string | undefined): string | undefined {
  if (ts === undefined) return undefined;
  if (conversation.messages.get(ts) === undefined) throw new SlackError('thread_not_found');
  return threadRootOf(conversation, ts);
}

/** A message and where it is. */
export interface Located {
  readonly conversation: Conversation;
  readonly message: Message;
}

/** The message that `channel` and another argument name. */
export function messageOf({ service, args, user }: Call, argument = 'ts'): Located {
  const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
  const ts = args.text(argument);
  if (ts === undefined) throw missingArgument(argument);
  const message = conversation.messages.get(ts);
  if (message === undefined) throw new SlackError('message_not_found');
  return { conversation, message };
}

/** Whether the caller wrote it: people and bots may change nothing else. */
export function isAuthor(message: Message, { user }: Call): boolean {
  return message.userId === user.id || (message.botId !== undefined && message.botId === user.botId);
}
