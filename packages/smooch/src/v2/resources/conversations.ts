import type { CallOptions, Pages } from '@x/http-core';
import { appPath, callsOf } from '../calls.js';
import { checkConversation, checkUserChoice } from '../checks.js';
import type { Sunshine } from '../client.js';
import { conversationPath } from '../conversation-path.js';
import { list } from '../list.js';
import type {
  ConversationCreateBody,
  ConversationResponse,
  ConversationUpdateBody,
  UserChoice,
} from '../types/conversation-body.js';
import type { Conversation } from '../types/conversation.js';
import type { Page, PageOptions } from '../types/page.js';

/** The conversations of an app. */
export interface Conversations {
  /**
   * The conversations of a user.
   *
   * Rejects with `refused` / `user_not_found` when there is no such user.
   *
   * @see `GET /v2/apps/{appId}/conversations`, "List Conversations".
   */
  list(
    of: UserChoice & PageOptions,
    call?: CallOptions,
  ): Pages<Conversation, Page<'conversations', Conversation>>;

  /**
   * Rejects with `refused` / `conversation_not_found` when there is none of this id, as all that take one.
   *
   * @see `GET /v2/apps/{appId}/conversations/{conversationId}`, "Get Conversation".
   */
  get(conversationId: string, call?: CallOptions): Promise<ConversationResponse>;

  /**
   * Makes a conversation: a `personal` one with its one user, or a group.
   *
   * @see `POST /v2/apps/{appId}/conversations`, "Create Conversation".
   */
  create(conversation: ConversationCreateBody, call?: CallOptions): Promise<ConversationResponse>;

  /**
   * The personal conversation that a user had first. It is made if there is none; two of these calls at the same time may
   * then make two, of which one is the default.
   *
   * @see `GET`, then `POST /v2/apps/{appId}/conversations`.
   * @example
   * ```ts
   * import { conversations, messages, type Sunshine } from '@x/smooch/v2';
   *
   * export async function remind(sunshine: Sunshine, userExternalId: string): Promise<void> {
   *   const { conversation } = await conversations(sunshine).getOrCreateDefault({ userExternalId });
   *   await messages(sunshine).sendText(conversation.id, 'Your table is ready.');
   * }
   * ```
   */
  getOrCreateDefault(user: UserChoice, call?: CallOptions): Promise<ConversationResponse>;

  /**
   * Changes a conversation. What is left out stays; `null` empties.
   *
   * @see `PATCH /v2/apps/{appId}/conversations/{conversationId}`, "Update Conversation".
   */
  update(
    conversationId: string,
    changes: ConversationUpdateBody,
    call?: CallOptions,
  ): Promise<ConversationResponse>;

  /**
   * Takes a conversation away, with all that was said in it.
   *
   * Rejects with `refused` / `bad_request` for the default one of a user: it can be emptied only.
   *
   * @see `DELETE /v2/apps/{appId}/conversations/{conversationId}`, "Delete Conversation".
   */
  delete(conversationId: string, call?: CallOptions): Promise<void>;
}

/**
 * The conversations of an app.
 *
 * @example
 * ```ts
 * import { conversations, type Conversation, type Sunshine } from '@x/smooch/v2';
 *
 * export const groupsOf = async (sunshine: Sunshine, userExternalId: string): Promise<Conversation[]> => {
 *   const all = await conversations(sunshine).list({ userExternalId, pageSize: 100 }).toArray();
 *   return all.filter(({ type }) => type === 'sdkGroup');
 * };
 * ```
 */
export function conversations(sunshine: Sunshine): Conversations {
  const calls = callsOf(sunshine);
  const all = (): string => `${appPath(sunshine)}/conversations`;
  const one = (conversationId: string): string => conversationPath(sunshine, conversationId);

  const listOf: Conversations['list'] = ({ userId, userExternalId, ...page }, call) =>
    list<Conversation, Page<'conversations', Conversation>>(sunshine, {
      target() {
        if (sunshine.checks) checkUserChoice('the user', { userId, userExternalId });
        return all();
      },
      items: (found) => found.conversations,
      query: { 'filter[userId]': userId, 'filter[userExternalId]': userExternalId },
      page,
      call,
    });

  const create: Conversations['create'] = async (conversation, call) => {
    checkConversation(sunshine, conversation);
    return calls.post(all(), conversation, call);
  };

  return {
    list: listOf,
    create,
    get: async (conversationId, call) => calls.get(one(conversationId), {}, call),
    async getOrCreateDefault(user, call) {
      for await (const conversation of listOf({ ...user, pageSize: 100 }, call)) {
        if (conversation.isDefault) return { conversation };
      }
      return create({ type: 'personal', participants: [user] }, call);
    },
    async update(conversationId, changes, call) {
      checkConversation(sunshine, changes);
      return calls.patch(one(conversationId), changes, call);
    },
    delete: async (conversationId, call) => calls.remove(one(conversationId), {}, call),
  };
}
