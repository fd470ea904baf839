import { isServiceError, type CallOptions } from '@x/http-core';
import { longest } from './content/limits.js';
import { fail } from './errors.js';
import { readHistory } from './history.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';
import type { User } from './model/user.js';
import { path } from './path.js';
import type { Duplicates } from './habits.js';
import { watchForOwn } from './unconfirmed.js';

/** What is said, by whom, and where. */
export interface Outgoing {
  readonly room: Room;
  readonly me: User;
  readonly text: string;
  readonly parent: Message | undefined;
  readonly duplicates: Duplicates;
  /** How often it was passed over so far: a pause in between forgets nothing. */
  readonly repeats: { count: number };
  readonly call: CallOptions | undefined;
}

/** Sends a message, and looks for it in its room when the answer is lost. */
export async function send(context: Context, outgoing: Outgoing): Promise<Message> {
  const { room, me, duplicates, repeats } = outgoing;
  for (;;) {
    const text =
      ' '.repeat(Math.min(1, repeats.count)) + outgoing.text + ' '.repeat(Math.max(0, repeats.count - 1));
    const message = await sendOnce(context, { ...outgoing, text });
    if (message !== undefined) return message;
    if (duplicates === 'ignore') return findLast(context, room, me);
    if (duplicates === 'error' || repeats.count === 2 || text.length >= longest(text)) throw duplicate();
    repeats.count += 1;
  }
}

/** Nothing for a text that the service passes over. */
async function sendOnce(
  context: Context,
  { room, me, text, parent, call }: Outgoing,
): Promise<Message | undefined> {
  const own = watchForOwn(context, room, me, text);
  try {
    const answer = await context.http.post<{ readonly id?: unknown; readonly time?: unknown }>(
      path`/chats/${room.id}/messages/new`,
      { text, parentId: parent?.id },
      { ...call, headers: { referer: context.roomAddress(room.id) }, retries: 0 },
    );
    const { id, time } = Object(answer) as { readonly id?: unknown; readonly time?: unknown };
    if (id === null) return undefined;
    if (!Number.isSafeInteger(id)) {
      throw fail('protocol', 'UNEXPECTED_ANSWER', 'the service took a message and did not say which it is');
    }
    context.posted.newestId = id as number;
    parent?.addReply(id as number);
    const timeStamp = Number.isSafeInteger(time) ? { timeStamp: time as number } : {};
    return context.messages
      .get(id as number)
      .learn({ room, owner: me, parent, deleted: false, ...timeStamp });
  } catch (error) {
    if (!mayHaveArrived(error) || own === undefined) throw error;
    const found = await own.settle(call?.signal);
    return found.learn({ room, owner: me, parent, deleted: false });
  } finally {
    own?.stop();
  }
}

/** What the account said last in a room. */
async function findLast(context: Context, room: Room, me: User): Promise<Message> {
  const { events } = await readHistory(context.http, room.id, { count: 100 });
  const id = events.findLast((event) => event.user_id === me.id && event.event_type === 1)?.message_id;
  if (id === undefined) throw duplicate();
  return context.messages.get(id).learn({ room, owner: me });
}

function duplicate(): Error {
  return fail(
    'refused',
    'DUPLICATE_MESSAGE',
    'the service passed over the message: it is what the account said last; change it, or set duplicates',
  );
}

function mayHaveArrived(error: unknown): boolean {
  return isServiceError(error) && !error.retryable && (error.kind === 'network' || error.kind === 'timeout');
}
