import type { CallOptions } from '@x/http-core';
import { partOf } from '../../answer.js';
import { postOnce, type OnceOptions } from '../../post-once.js';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { conversationPath } from '../conversation-path.js';
import type { MessagePost, MessagePostResponse } from '../types/message-body.js';
import { messages } from './messages.js';

/** What can be said about a message that is to be there once, and about the call. */
export interface PostMessageOnceOptions extends CallOptions, OnceOptions {}

/**
 * `messages(sunshine).post`, which sends again what may have been lost: after 5xx, a time-out or a broken connection it looks among the
 * newest 100 messages for the one with its `metadata.clientMessageId`, and sends it only if it is not there. The service has no such
 * thing of its own: a message that is taken later than it was looked for is there twice.
 *
 * Resolves with the message that is there, whichever call has posted it. Rejects as `post` does; with the failure of the last post
 * when the message is still not there after `retries`, or when it cannot be looked for.
 *
 * @see `POST` and `GET /v2/apps/{appId}/conversations/{conversationId}/messages`
 * @example
 * ```ts
 * import { postMessageOnce, type Sunshine } from '@x/smooch/v2';
 *
 * export async function confirm(sunshine: Sunshine, conversationId: string, orderId: string): Promise<void> {
 *   const message = {
 *     author: { type: 'business' },
 *     content: { type: 'text', text: 'Your order is on its way' },
 *   } as const;
 *   await postMessageOnce(sunshine, conversationId, message, { clientMessageId: `shipped-${orderId}` });
 * }
 * ```
 */
export async function postMessageOnce(
  sunshine: Sunshine,
  conversationId: string,
  message: MessagePost,
  options: PostMessageOnceOptions = {},
): Promise<MessagePostResponse> {
  const { clientMessageId: _id, clock: _clock, ...call } = options;

  const send = (clientMessageId: string): Promise<MessagePostResponse> =>
    messages(sunshine).post(
      conversationId,
      { ...message, metadata: { ...message.metadata, clientMessageId } },
      call,
    );

  async function find(clientMessageId: string): Promise<MessagePostResponse | undefined> {
    const target = `${conversationPath(sunshine, conversationId)}/messages`;
    const page = await callsOf(sunshine).get<MessagePostResponse>(target, {}, call);
    const found = partOf(page, 'messages').filter(
      ({ metadata }) => metadata?.['clientMessageId'] === clientMessageId,
    );
    return found.length > 0 ? { messages: found } : undefined;
  }

  return postOnce({ send, find }, options);
}
