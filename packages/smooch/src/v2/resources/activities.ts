import type { CallOptions } from '@x/http-core';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { conversationPath } from '../conversation-path.js';
import type { UserChoice } from '../types/conversation-body.js';
import type { ActivityPost } from '../types/message-body.js';

/** What people do in conversations beside saying something. */
export interface Activities {
  /**
   * Tells that somebody types, has stopped to, or has read. A user can only have read.
   *
   * @see `POST /v2/apps/{appId}/conversations/{conversationId}/activity`, "Post Activity".
   */
  post(conversationId: string, activity: ActivityPost, call?: CallOptions): Promise<void>;

  /**
   * Shows that the business types, or with `stop` that it does so no more.
   *
   * @see {@link Activities.post}
   */
  typing(conversationId: string, state?: 'start' | 'stop', call?: CallOptions): Promise<void>;

  /**
   * Marks all that was said as read, by the business or by the user who is named.
   *
   * @see {@link Activities.post}
   */
  markRead(conversationId: string, user?: UserChoice, call?: CallOptions): Promise<void>;
}

/**
 * What people do in conversations beside saying something.
 *
 * @example
 * ```ts
 * import { activities, messages, type Sunshine } from '@x/smooch/v2';
 *
 * export async function answer(sunshine: Sunshine, conversationId: string, write: () => Promise<string>): Promise<void> {
 *   await activities(sunshine).typing(conversationId);
 *   await messages(sunshine).sendText(conversationId, await write());
 * }
 * ```
 */
export function activities(sunshine: Sunshine): Activities {
  const post: Activities['post'] = async (conversationId, activity, call) => {
    await callsOf(sunshine).post(`${conversationPath(sunshine, conversationId)}/activity`, activity, call);
  };
  return {
    post,
    typing: (conversationId, state = 'start', call) =>
      post(conversationId, { author: { type: 'business' }, type: `typing:${state}` }, call),
    markRead: (conversationId, user, call) =>
      post(
        conversationId,
        { author: user ? { type: 'user', ...user } : { type: 'business' }, type: 'conversation:read' },
        call,
      ),
  };
}
