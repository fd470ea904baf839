import { isServiceError, type CallOptions } from '@x/http-core';
import { newsOf, readAround } from './messages.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';

/** The answers to a message that are known already, and those in the transcript around it, in their order. */
export async function findReplies(
  context: Context,
  message: Message,
  knownIds: Iterable<number>,
  call?: CallOptions,
): Promise<Message[]> {
  const { view, messages, askedAt } = await readAround(context, message.id, call);
  const ids = new Set(knownIds);
  const replies = new Map<number, Message>();
  for (const shown of messages) {
    if (shown.parentId !== message.id && !ids.has(shown.id)) continue;
    const reply = context.messages.get(shown.id);
    reply.hearFromPage(askedAt, newsOf(context, view, reply.known, shown));
    ids.delete(shown.id);
    // An edit may have made it one no longer.
    if (shown.parentId === message.id) replies.set(shown.id, reply);
  }
  for (const id of ids) replies.set(id, context.messages.get(id));
  return [...replies.values()].toSorted((a, b) => a.id - b.id);
}

/** From the message that began it to this one, each an answer to the one before. */
export async function findThread(message: Message, signal?: AbortSignal): Promise<Message[]> {
  const thread = [message];
  const seen = new Set(thread);
  for (;;) {
    signal?.throwIfAborted();
    const [first = message] = thread;
    const parent = await parentOf(first, first === message);
    if (parent === undefined || seen.has(parent)) return thread;
    thread.unshift(parent);
    seen.add(parent);
  }
}

/** What cannot be read any more, or is not for this account, is where a thread begins for it. */
async function parentOf(message: Message, isLast: boolean): Promise<Message | undefined> {
  try {
    return await message.parent;
  } catch (error) {
    if (!isLast && isServiceError(error) && error.kind === 'refused') return undefined;
    throw error;
  }
}
