import type { CallOptions, Pages } from '@x/http-core';
import { loadPart } from '../../load-part.js';
import type { MediaNaming, MediaSource } from '../../media/source.js';
import { path } from '../../path.js';
import { partOf } from '../../answer.js';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { conversationPath } from '../conversation-path.js';
import { list } from '../list.js';
import type { AuthorBody, MessageExtras, MessagePost, MessagePostResponse } from '../types/message-body.js';
import type { Message } from '../types/message.js';
import type { Page, PageCursor } from '../types/page.js';

/** Who says it, and what goes along. */
export interface SendOptions extends MessageExtras, CallOptions {
  /** Default: the business. */
  readonly author?: AuthorBody | undefined;
}

/** The same for a file, and what it is called. */
export interface SendFileOptions extends SendOptions, MediaNaming {
  /** What goes above or below it. */
  readonly text?: string | undefined;
  /** What it shows, for those who cannot see it. At most 128 characters. */
  readonly altText?: string | undefined;
}

/** The messages of conversations. */
export interface Messages {
  /**
   * The messages of a conversation, the newest first; with `after`, those that followed, in the order in which they came.
   * Each of its pages is in that order, whichever way the list is read. A page has 100.
   *
   * @see `GET /v2/apps/{appId}/conversations/{conversationId}/messages`, "List Messages".
   */
  list(
    conversationId: string,
    range?: PageCursor,
    call?: CallOptions,
  ): Pages<Message, Page<'messages', Message>>;

  /**
   * Posts a message.
   *
   * Rejects with `refused` / `locked` when the conversation has its 30,000 messages; `deleteAll` makes room. Sent again
   * after a 429 only: a message that timed out may have arrived.
   *
   * @see `POST /v2/apps/{appId}/conversations/{conversationId}/messages`, "Post Message".
   * @example
   * ```ts
   * import { messages, type Sunshine } from '@x/smooch/v2';
   *
   * export async function ask(sunshine: Sunshine, conversationId: string): Promise<void> {
   *   await messages(sunshine).post(conversationId, {
   *     author: { type: 'business', displayName: 'Trail bot', subtypes: ['AI'] },
   *     content: { type: 'text', text: 'Try it?', actions: [{ type: 'reply', text: 'Yes', payload: 'YES' }] },
   *   });
   * }
   * ```
   */
  post(conversationId: string, message: MessagePost, call?: CallOptions): Promise<MessagePostResponse>;

  /**
   * Posts a text, as the business unless another author is named.
   *
   * @see {@link Messages.post}
   */
  sendText(conversationId: string, text: string, options?: SendOptions): Promise<MessagePostResponse>;

  /**
   * Uploads a file and posts it: as a picture, if its media type is `image/…`, or as a file. When the second call fails, the
   * error is that of the second call and the upload stays behind. The limits of `options` hold for each call: give a large
   * file a longer `timeoutMs` than the 30 s of the client. The name must have an extension that the service takes.
   *
   * @see {@link Messages.post} and `POST /v2/apps/{appId}/attachments`, "Upload Attachment".
   * @example
   * ```ts
   * import { messages, type Sunshine } from '@x/smooch/v2';
   *
   * export async function sendPlan(sunshine: Sunshine, conversationId: string, png: Uint8Array): Promise<void> {
   *   await messages(sunshine).sendFile(conversationId, png, { name: 'plan.png', altText: 'A plan of the garden' });
   * }
   * ```
   */
  sendFile(
    conversationId: string,
    source: MediaSource,
    options?: SendFileOptions,
  ): Promise<MessagePostResponse>;

  /**
   * Takes a message away. Its place may be left, with `deleted: true`.
   *
   * @see `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages/{messageId}`, "Delete Message".
   */
  delete(conversationId: string, messageId: string, call?: CallOptions): Promise<void>;

  /**
   * Empties a conversation.
   *
   * @see `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages`, "Delete All Messages".
   */
  deleteAll(conversationId: string, call?: CallOptions): Promise<void>;
}

/**
 * The messages of conversations.
 *
 * @example
 * ```ts
 * import { messages, type Message, type Sunshine } from '@x/smooch/v2';
 *
 * export const lastTen = (sunshine: Sunshine, conversationId: string): Promise<Message[]> =>
 *   messages(sunshine).list(conversationId).toArray(10);
 * ```
 */
export function messages(sunshine: Sunshine): Messages {
  const calls = callsOf(sunshine);
  const all = (conversationId: string): string => `${conversationPath(sunshine, conversationId)}/messages`;

  const post: Messages['post'] = async (conversationId, message, call) => {
    if (sunshine.checks) {
      const { checkMessagePost } = await loadPart(import('../check-message-post.js'));
      checkMessagePost(message);
    }
    return calls.post(all(conversationId), message, call);
  };

  return {
    post,
    list: (conversationId, range, call) =>
      list<Message, Page<'messages', Message>>(sunshine, {
        target: () => all(conversationId),
        items: (page) => page.messages,
        page: range,
        backwards: true,
        call,
      }),
    async sendText(conversationId, text, options) {
      const { extras, call } = split(options);
      return post(conversationId, { ...extras, content: { type: 'text', text } }, call);
    },
    async sendFile(conversationId, source, { text, altText, name, type, ...options } = {}) {
      const { extras, call } = split(options);
      const [{ uploadAttachment }, { toMedia }] = await loadPart(
        Promise.all([import('../upload-attachment.js'), import('../../media/source.js')]),
      );
      const media = await toMedia(source, { name, type }, call.signal);
      const owner = { for: 'message', conversationId } as const;
      const { attachment } = await uploadAttachment(sunshine, media, owner, call);
      const mediaUrl = partOf(attachment, 'mediaUrl');
      const { mediaType = media.type } = attachment;
      const kind = mediaType.startsWith('image/') ? 'image' : 'file';
      return post(conversationId, { ...extras, content: { type: kind, mediaUrl, text, altText } }, call);
    },
    delete: async (conversationId, messageId, call) =>
      calls.remove(all(conversationId) + path`/${messageId}`, {}, call),
    deleteAll: async (conversationId, call) => calls.remove(all(conversationId), {}, call),
  };
}

/** What belongs to a message, and what to the call that posts it. */
function split({ signal, timeoutMs, retries, author = { type: 'business' }, ...rest }: SendOptions = {}): {
  readonly extras: Omit<MessagePost, 'content'>;
  readonly call: CallOptions;
} {
  return { extras: { author, ...rest }, call: { signal, timeoutMs, retries } };
}
