import { refuseOptions, ServiceError, type RefuseOption, type ServiceErrorFacts } from '@x/http-core';

/**
 * The error of everything in this package. `code` tells apart what the service says in sentences; see the table in the
 * README. No error holds the password, a cookie or an fkey.
 *
 * @example
 * ```ts
 * import { isServiceError, type Room } from '@x/chatexchange';
 *
 * export async function say(room: Room, text: string): Promise<boolean> {
 *   try {
 *     await room.sendMessage(text);
 *     return true;
 *   } catch (error) {
 *     if (isServiceError(error) && error.code === 'DUPLICATE_MESSAGE') return false;
 *     throw error;
 *   }
 * }
 * ```
 */
export class ChatExchangeError extends ServiceError {
  override name = 'ChatExchangeError';

  /**
   * Keeps no answer of the service as `details`, but the messages that were sent: every page holds the fkey, and half an
   * answer may hold the address of a socket.
   */
  constructor(message: string, facts: ServiceErrorFacts) {
    super(message, Object.hasOwn(Object(facts.details), 'sent') ? facts : { ...facts, details: undefined });
  }
}

/** Makes an error of this package. */
export function fail(
  kind: ServiceErrorFacts['kind'],
  code: string,
  message: string,
  facts?: Partial<ServiceErrorFacts>,
): ChatExchangeError {
  return new ChatExchangeError(`chatexchange: ${message}`, { service: 'chatexchange', kind, code, ...facts });
}

/** Refuses an option of the client. */
export const refuseOption: RefuseOption = (option, expected) =>
  refuseOptions('chatexchange', ChatExchangeError)(option, expected);

/** Refuses an argument of a call. */
export const refuseArgument: RefuseOption = (argument, expected) => {
  throw fail('usage', 'INVALID_REQUEST', `${argument} must be ${expected}`);
};
