import { isServiceError, type CallOptions } from '@x/http-core';
import { fail } from './errors.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';
import type { User } from './model/user.js';
import { path } from './path.js';
import { watchForOwn } from './unconfirmed.js';

/** What is said, by whom, and where. */
export interface Outgoing {
  readonly room: Room;
  readonly me: User;
  readonly text: string;
  readonly parent: Message | undefined;
  readonly call: CallOptions | undefined;
}

/** Sends a message once, and looks for it in its room when the answer is lost. */
export async function send(context: Context, { room, me, text, parent, call }: Outgoing): Promise<Message> {
  const own = watchForOwn(context, room, me, text);
  try {
    const answer = await context.http.post<{ readonly id?: unknown; readonly time?: unknown }>(
      path`/chats/${room.id}/messages/new`,
      { text, parentId: parent?.id },
      { ...call, headers: { referer: context.roomAddress(room.id) }, retries: 0 },
    );
    const { id, time } = Object(answer) as { readonly id?: unknown; readonly time?: unknown };
    if (!Number.isSafeInteger(id)) {
      if (id === null) throw duplicate();
      throw fail('protocol', 'UNEXPECTED_ANSWER', 'the service took a message and did not say which it is');
    }
    context.posted.newestId = id as number;
    const timeStamp = Number.isSafeInteger(time) ? { timeStamp: time as number } : {};
    return context.messages
      .get(id as number)
      .learn({ room, owner: me, parent, deleted: false, ...timeStamp });
  } catch (error) {
    if (!mayHaveArrived(error) || own === undefined) throw error;
    return await own.settle(call?.signal);
  } finally {
    own?.stop();
  }
}

function duplicate(): Error {
  return fail(
    'refused',
    'DUPLICATE_MESSAGE',
    'the service passed over the message: it is what the account said last',
  );
}

function mayHaveArrived(error: unknown): boolean {
  return isServiceError(error) && !error.retryable && (error.kind === 'network' || error.kind === 'timeout');
}
