import type { CallOptions } from '@x/http-core';
import { refuseArgument } from './errors.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';

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
  const ready = Promise.all([message.room, context.me()]);
  return context.schedule.add('posts', { signal: call?.signal, after: ready }, async (signal) => {
    const [[room, me], { send }] = await Promise.all([ready, import('./send.js')]);
    return send(context, { room, me, text, parent, call: { ...call, signal } });
  });
}
