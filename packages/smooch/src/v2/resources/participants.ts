import type { CallOptions, Pages } from '@x/http-core';
import { callsOf } from '../calls.js';
import { checkUserChoice } from '../checks.js';
import type { Sunshine } from '../client.js';
import { conversationPath } from '../conversation-path.js';
import { list } from '../list.js';
import type {
  ParticipantJoinBody,
  ParticipantLeaveBody,
  ParticipantResponse,
} from '../types/conversation-body.js';
import type { Participant } from '../types/conversation.js';
import type { Page, PageOptions } from '../types/page.js';

/** Who is in conversations. */
export interface Participants {
  /** @see `GET /v2/apps/{appId}/conversations/{conversationId}/participants`, "List Participants". */
  list(
    conversationId: string,
    page?: PageOptions,
    call?: CallOptions,
  ): Pages<Participant, Page<'participants', Participant>>;

  /**
   * Lets a user take part in a group.
   *
   * Rejects with `refused` / `bad_request` when the group has its ten.
   *
   * @see `POST /v2/apps/{appId}/conversations/{conversationId}/join`, "Join Conversation".
   */
  join(conversationId: string, user: ParticipantJoinBody, call?: CallOptions): Promise<ParticipantResponse>;

  /**
   * Takes a user out of a group.
   *
   * Rejects with `refused` / `not_found` for somebody who is not in it.
   *
   * @see `POST /v2/apps/{appId}/conversations/{conversationId}/leave`, "Leave Conversation".
   */
  leave(conversationId: string, user: ParticipantLeaveBody, call?: CallOptions): Promise<void>;
}

/**
 * Who is in conversations.
 *
 * @example
 * ```ts
 * import { participants, type Sunshine } from '@x/smooch/v2';
 *
 * export async function invite(sunshine: Sunshine, conversationId: string, userExternalId: string): Promise<void> {
 *   await participants(sunshine).join(conversationId, { userExternalId, subscribeSDKClient: true });
 * }
 * ```
 */
export function participants(sunshine: Sunshine): Participants {
  const calls = callsOf(sunshine);
  return {
    list: (conversationId, page, call) =>
      list<Participant, Page<'participants', Participant>>(sunshine, {
        target: () => `${conversationPath(sunshine, conversationId)}/participants`,
        items: (found) => found.participants,
        page,
        call,
      }),
    async join(conversationId, user, call) {
      if (sunshine.checks) checkUserChoice('the participant', user);
      return calls.post(`${conversationPath(sunshine, conversationId)}/join`, user, call);
    },
    async leave(conversationId, user, call) {
      await calls.post(`${conversationPath(sunshine, conversationId)}/leave`, user, call);
    },
  };
}
