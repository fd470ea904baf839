import { checkText, type CallOptions } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import { partsOf } from '../parts.js';
import type { Activity, ConversationResponse } from '../types/activity.js';
import type { Smooch } from '../types/smooch.js';
import { userPath } from './app-users.js';

/** The one conversation of an app user. */
export interface ConversationCalls {
  /**
   * Rejects with `refused` / `not_found` when the user has not got one yet.
   *
   * @see `GET /appusers/{userId}/conversation`
   */
  get(userId: string, call?: CallOptions): Promise<ConversationResponse>;
  /**
   * Shows the user that the business types, or has read.
   *
   * @see `POST /appusers/{userId}/conversation/activity`
   */
  activity(userId: string, activity: Activity, call?: CallOptions): Promise<ConversationResponse>;
  /**
   * Marks all of it as read by the user.
   *
   * @see `POST /appusers/{userId}/conversation/read`
   */
  read(userId: string, call?: CallOptions): Promise<void>;
  /**
   * Presses a button of a message for the user, by the `_id` of the action.
   *
   * @see `POST /appusers/{userId}/conversation/postback`
   */
  postback(userId: string, actionId: string, call?: CallOptions): Promise<void>;
}

/**
 * The conversations of app users. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { conversation, type Smooch } from '@x/smooch';
 *
 * export async function think(smooch: Smooch, userId: string, name: string): Promise<void> {
 *   await conversation(smooch).activity(userId, { type: 'typing:start', name });
 * }
 * ```
 */
export function conversation(smooch: Smooch): ConversationCalls {
  const { app } = partsOf(smooch);
  const at = (userId: string): string => `${userPath(userId)}/conversation`;
  return {
    get: async (userId, call) => app.json('GET', at(userId), call),
    activity: async (userId, activity, call) =>
      app.json('POST', `${at(userId)}/activity`, { ...call, json: { role: 'appMaker', ...activity } }),
    read: async (userId, call) => {
      await app.json('POST', `${at(userId)}/read`, call);
    },
    postback: async (userId, actionId, call) => {
      const json = { actionId: checkText(refuseArgument, 'actionId', actionId) };
      await app.json('POST', `${at(userId)}/postback`, { ...call, json });
    },
  };
}
