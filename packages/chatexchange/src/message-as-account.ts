import { isServiceError, type CallOptions } from '@x/http-core';
import { fail } from './errors.js';
import { readHistory } from './history.js';
import { readInTranscript } from './messages.js';
import type { Context } from './model/context.js';
import type { MessageFacts } from './model/message-facts.js';
import type { Message } from './model/message.js';

/** What the transcript says of a message to this account: to nobody, and to a lost session, it shows no star of its own. */
export async function readAsAccount(
  context: Context,
  message: Message,
  call?: CallOptions,
): Promise<Partial<MessageFacts>> {
  const me = await context.me(call?.signal);
  const first = await readInTranscript(context, message, call);
  const isOther = ({ readerId = me.id }: { readonly readerId?: number | undefined }): boolean =>
    readerId !== me.id;
  if (!isOther(first.view)) return { starredByYou: false, ...first.facts };
  // Whatever is asked with the fkey renews the session.
  await readHistory(context.http, first.view.room.id, { count: 1, call });
  const second = await readInTranscript(context, message, call);
  if (!isOther(second.view)) return { starredByYou: false, ...second.facts };
  throw fail('auth', 'SESSION_LOST', 'the service shows its pages as to somebody else');
}

/** Whether the account has starred a message; where there is no account, it has not. */
export async function loadOwnStar(
  context: Context,
  message: Message,
  call?: CallOptions,
): Promise<Partial<MessageFacts>> {
  try {
    return await readAsAccount(context, message, call);
  } catch (error) {
    if (isServiceError(error) && error.code === 'NOT_LOGGED_IN') return { starredByYou: false };
    throw error;
  }
}
