import { isServiceError } from '@x/http-core';
import { partOf } from '../answer.js';
import { partsOf } from '../parts.js';
import { postOnce, type OnceOptions } from '../post-once.js';
import type { MessageContent } from '../types/message-content.js';
import type { MessageResponse } from '../types/message.js';
import type { MessagesPage } from '../types/messages-page.js';
import type { Smooch } from '../types/smooch.js';
import { userPath } from './app-users.js';
import type { PostMessageOptions } from './post-message.js';

/** What can be said about a message that is to be there once, and about the call. */
export interface PostMessageOnceOptions extends PostMessageOptions, OnceOptions {}

/**
 * `postMessage`, which sends again what may have been lost: after 5xx, a time-out or a broken connection it looks among the newest
 * 100 messages for the one with its `metadata.clientMessageId`, and sends it only if it is not there. The service has no such thing
 * of its own: a message that is taken later than it was looked for is there twice.
 *
 * Resolves with the message that is there, whichever call has posted it. Rejects as `postMessage` does; with the failure of the
 * last post when the message is still not there after `retries`, or when it cannot be looked for.
 *
 * @see `POST` and `GET /appusers/{userId}/messages`
 * @example
 * ```ts
 * import { postMessageOnce, type Smooch } from '@x/smooch';
 *
 * export async function confirm(smooch: Smooch, userId: string, orderId: string): Promise<void> {
 *   await postMessageOnce(smooch, userId, 'Your order is on its way', {
 *     sentByMaker: true,
 *     clientMessageId: `shipped-${orderId}`,
 *   });
 * }
 * ```
 */
export async function postMessageOnce(
  smooch: Smooch,
  userId: string,
  textOrContent: string | MessageContent,
  options: PostMessageOnceOptions = {},
): Promise<MessageResponse> {
  const { app } = partsOf(smooch);
  const { clientMessageId: _id, clock: _clock, ...call } = options;
  const content: MessageContent =
    typeof textOrContent === 'string' ? { type: 'text', text: textOrContent } : textOrContent;

  const send = (clientMessageId: string): Promise<MessageResponse> =>
    smooch.postMessage(userId, { ...content, metadata: { ...content.metadata, clientMessageId } }, call);

  async function find(clientMessageId: string): Promise<MessageResponse | undefined> {
    const { signal, timeoutMs, retries } = call;
    const page = await app
      .json<MessagesPage>('GET', `${userPath(userId)}/messages`, { signal, timeoutMs, retries })
      .catch((error: unknown) => {
        // The conversation begins with its first message.
        if (isServiceError(error) && error.status === 404) return 'none' as const;
        throw error;
      });
    if (page === 'none') return undefined;
    const message = partOf(page, 'messages').find(
      ({ metadata }) => metadata?.['clientMessageId'] === clientMessageId,
    );
    return message && { message, conversation: page.conversation };
  }

  return postOnce({ send, find }, options);
}
