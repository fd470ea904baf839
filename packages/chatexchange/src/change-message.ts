import type { CallOptions, Fields } from '@x/http-core';
import { act, type Place } from './act.js';
import { limits } from './content/limits.js';
import { refuseArgument } from './errors.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';
import { path } from './path.js';
import { checkMessage } from './post.js';

/** Changes wait among what is said; in the second of their two minutes they go first. */
function inTime({ known: { timeStamp } }: Message): Place {
  return {
    lane: 'posts',
    before: timeStamp === undefined ? undefined : timeStamp * 1000 + limits.changeMs,
  };
}

/** Gives a message another wording. */
export function editMessage(
  context: Context,
  message: Message,
  text: string,
  call?: CallOptions,
): Promise<unknown> {
  const words = checkMessage(text);
  const form = async (): Promise<Fields> => ({
    text: words,
    // Without it, a reply would be one no longer.
    parentId: (await message.parent)?.id,
  });
  return act(context, path`/messages/${message.id}`, form, call, inTime(message));
}

/** Removes a message. */
export function removeMessage(context: Context, message: Message, call?: CallOptions): Promise<unknown> {
  return act(context, path`/messages/${message.id}/delete`, {}, call, inTime(message));
}

/** Does with a message what the service calls by a verb. */
export function actOnMessage(
  context: Context,
  message: Message,
  verb: string,
  call?: CallOptions,
  lane: Place['lane'] = 'votes',
): Promise<unknown> {
  return act(context, path`/messages/${message.id}/${verb}`, {}, call, { lane });
}

/** Tells the moderators of a message. */
export async function tellModerators(
  context: Context,
  message: Message,
  text: unknown,
  call?: CallOptions,
): Promise<void> {
  if (typeof text !== 'string' || text.trim() === '' || text.length > limits.forModerators) {
    refuseArgument('text', `a text of 1 to ${limits.forModerators} characters`);
  }
  await act(context, path`/messages/${message.id}/mod`, { info: text }, call, { lane: 'votes' });
}
