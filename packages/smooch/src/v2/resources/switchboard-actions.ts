import type { CallOptions } from '@x/http-core';
import { checkMetadata } from '../../checks/metadata.js';
import { refuseArgument } from '../../errors.js';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { conversationPath } from '../conversation-path.js';
import type { ControlReason, ControlTarget } from '../types/switchboard.js';

/**
 * Who answers a conversation. The one who is to is named by an id, a name or a type, in this order, or as `next`. Each is told
 * by an event, along with the `metadata`.
 */
export interface SwitchboardActions {
  /**
   * Lets another one answer from now on.
   *
   * @see `POST /v2/apps/{appId}/conversations/{conversationId}/passControl`, "Pass Control".
   */
  passControl(conversationId: string, target: ControlTarget, call?: CallOptions): Promise<void>;

  /**
   * Asks another one to answer, who becomes `pending`. An earlier offer is void.
   *
   * @see `POST /v2/apps/{appId}/conversations/{conversationId}/offerControl`, "Offer Control".
   */
  offerControl(conversationId: string, target: ControlTarget, call?: CallOptions): Promise<void>;

  /**
   * Takes an offer. Rejects with `refused` / `forbidden` for an integration that nothing was offered to.
   *
   * @see `POST /v2/apps/{appId}/conversations/{conversationId}/acceptControl`, "Accept Control".
   */
  acceptControl(conversationId: string, reason?: ControlReason, call?: CallOptions): Promise<void>;

  /**
   * Lets nobody answer. Rejects with `refused` / `forbidden` for an integration that has no control.
   *
   * @see `POST /v2/apps/{appId}/conversations/{conversationId}/releaseControl`, "Release Control".
   */
  releaseControl(conversationId: string, reason?: ControlReason, call?: CallOptions): Promise<void>;
}

/**
 * Who answers a conversation.
 *
 * @example
 * ```ts
 * import { switchboardActions, type Sunshine } from '@x/smooch/v2';
 *
 * export const callAgent = (sunshine: Sunshine, conversationId: string, topic: string): Promise<void> =>
 *   switchboardActions(sunshine).passControl(conversationId, {
 *     switchboardIntegration: 'agents',
 *     metadata: { topic },
 *   });
 * ```
 */
export function switchboardActions(sunshine: Sunshine): SwitchboardActions {
  const act =
    (action: string) =>
    async (conversationId: string, body: ControlReason = {}, call?: CallOptions): Promise<void> => {
      if (sunshine.checks) checkMetadata(refuseArgument, 'metadata', body.metadata);
      await callsOf(sunshine).post(`${conversationPath(sunshine, conversationId)}/${action}`, body, call);
    };
  return {
    passControl: act('passControl'),
    offerControl: act('offerControl'),
    acceptControl: act('acceptControl'),
    releaseControl: act('releaseControl'),
  };
}
