import { checkText, type CallOptions, type Pages } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import { loadPart } from '../load-part.js';
import type { MediaNaming, MediaSource } from '../media/source.js';
import { messagePages } from '../message-pages.js';
import { partsOf, type SmoochParts } from '../parts.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type { MessageContent } from '../types/message-content.js';
import type { Message, MessageResponse, Role } from '../types/message.js';
import type { MessagesPage, MessagesRange } from '../types/messages-page.js';
import type { Metadata } from '../types/open.js';
import type { Smooch } from '../types/smooch.js';
import { userPath } from './app-users.js';
import { postMessage } from './post-message.js';

/** What goes along with a picture that is uploaded and posted at once. */
export interface ImageFields extends MediaNaming {
  /** By whom it is. */
  readonly role: Role;
  readonly text?: string | undefined;
  /** Under which name it is shown: that of the author, not of the file. */
  readonly authorName?: string | undefined;
  /** Of the author: the service finds the picture that belongs to it, where there is no `avatarUrl`. */
  readonly email?: string | undefined;
  readonly avatarUrl?: string | undefined;
  readonly metadata?: Metadata | undefined;
}

/** The messages of a conversation. */
export interface Messages {
  /**
   * What was said: newest first, from the end or `before` a time on; with `after` oldest first, from that time on. Pages are as
   * the service words them, oldest first, without what an earlier page had. More than 200 messages of one millisecond cannot
   * be reached by time: the service then keeps the middle to itself.
   *
   * Rejects with `refused` / `not_found` when the user has no conversation yet.
   *
   * @see `GET /appusers/{userId}/messages`
   */
  list(userId: string, range?: MessagesRange, call?: CallOptions): Pages<Message, MessagesPage>;
  /**
   * Posts a message of whom it names. Sent again after a 429 only.
   *
   * @see `POST /appusers/{userId}/messages`
   */
  post(
    userId: string,
    message: MessageContent & { readonly role: Role },
    call?: CallOptions,
  ): Promise<MessageResponse>;
  /**
   * Uploads a picture and posts it, in one call. `postMedia` of the client does so by itself for pictures.
   *
   * @see `POST /appusers/{userId}/images`
   */
  postImage(
    userId: string,
    source: MediaSource,
    fields: ImageFields,
    call?: CallOptions,
  ): Promise<MessageResponse>;
  /** @see `DELETE /appusers/{userId}/messages/{messageId}` */
  delete(userId: string, messageId: string, call?: CallOptions): Promise<void>;
  /**
   * Empties the conversation. The channels of the user stay.
   *
   * @see `DELETE /appusers/{userId}/messages`
   */
  deleteAll(userId: string, call?: CallOptions): Promise<void>;
}

/**
 * The messages of app users. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { messages, type Smooch } from '@x/smooch';
 *
 * export async function lastWords(smooch: Smooch, userId: string): Promise<string | undefined> {
 *   const [last] = await messages(smooch).list(userId).toArray(1);
 *   return last?.text;
 * }
 * ```
 */
export function messages(smooch: Smooch): Messages {
  const parts: SmoochParts = partsOf(smooch);
  const { app } = parts;
  const at = (userId: string): string => `${userPath(userId)}/messages`;
  return {
    list: (userId, range = {}, call) => messagePages(app, () => at(userId), range, call),
    post: async (userId, { role, ...content }, call) => postMessage(parts, userId, content, role, call),
    async postImage(userId, source, { name, type, role, authorName, metadata, ...fields }, call) {
      checkText(refuseArgument, 'role', role);
      const { postImage } = await loadPart(import('../on-demand.js'));
      return postImage(
        app,
        userId,
        source,
        { name, type },
        // In a form everything is text.
        { ...fields, role, name: authorName, metadata: metadata && JSON.stringify(metadata) },
        call,
      );
    },
    delete: async (userId, messageId, call) => remove(app, at(userId) + path`/${messageId}`, call),
    deleteAll: async (userId, call) => remove(app, at(userId), call),
  };
}
