import { isServiceError, type CallOptions } from '@x/http-core';
import { fail, refuseArgument } from './errors.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';
import { path } from './path.js';
import { watchForOwn } from './unconfirmed.js';

const mostInLine = 500;
const mostInLines = 10_000;

/** A text as the service takes it, or a refusal before anything is sent. */
export function checkMessage(text: unknown): string {
  if (typeof text !== 'string' || text.trim() === '')
    return refuseArgument('text', 'a text that is not empty');
  const lines = text.replaceAll('\r\n', '\n');
  const most = lines.includes('\n') ? mostInLines : mostInLine;
  return lines.length <= most
    ? lines
    : refuseArgument('text', `at most ${mostInLine} characters in one line, or ${mostInLines} in several`);
}

/** Says something in a room, in its turn. */
export async function post(
  context: Context,
  message: {
    readonly room: Room | PromiseLike<Room>;
    readonly text: string;
    readonly parent?: Message | undefined;
    readonly call?: CallOptions | undefined;
  },
): Promise<Message> {
  context.assertOpen();
  const { parent, call } = message;
  const text = checkMessage(message.text);
  if (call?.signal?.aborted === true) throw call.signal.reason;
  const [room, me] = await Promise.all([message.room, context.me()]);
  return context.schedule.add(async () => {
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
  }, call?.signal);
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
