import { refuseArgument } from './errors.js';
import type { Message } from './model/message.js';
import type { User } from './model/user.js';

function idOf(what: string, value: { readonly id: number } | number, least: number): number {
  const id: unknown = typeof value === 'number' ? value : (Object(value) as { readonly id?: unknown }).id;
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= least
    ? id
    : refuseArgument(what, `${what} or the id of one`);
}

/** The id of a room, given as it is or as the room. */
export const roomId = (room: { readonly id: number } | number): number => idOf('a room', room, 1);

/** The id of a user. Those of the system are negative. */
export const userId = (user: User | number): number => idOf('a user', user, Number.MIN_SAFE_INTEGER);

/** The id of a message. */
export const messageId = (message: Message | number): number => idOf('a message', message, 1);

/** The ids of messages, each once. */
export function messageIds(messages: Iterable<Message | number>): readonly number[] {
  const list: unknown = messages;
  if (typeof list !== 'object' || list === null || !(Symbol.iterator in list)) {
    refuseArgument('messages', 'a list of messages, or of their ids');
  }
  return [...new Set(Array.from(messages, messageId))];
}

/** A list in parts of a size that the service takes. */
export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
