import type { CallOptions } from '@x/http-core';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { conversationPath } from '../conversation-path.js';
import type { DownloadMessageRefBody } from '../types/download.js';

/** What channels tell of and do not send. */
export interface Downloads {
  /**
   * Gets what stands behind a reference in a message of Apple's, as Apple has it.
   *
   * @see `POST /v2/apps/{appId}/conversations/{conversationId}/download`, "Download Message Ref".
   */
  messageRef(
    conversationId: string,
    reference: DownloadMessageRefBody,
    call?: CallOptions,
  ): Promise<Readonly<Record<string, unknown>>>;
}

/**
 * What channels tell of and do not send.
 *
 * @example
 * ```ts
 * import { downloads, type DownloadMessageRefBody, type Sunshine } from '@x/smooch/v2';
 *
 * export const reply = (sunshine: Sunshine, conversationId: string, reference: DownloadMessageRefBody) =>
 *   downloads(sunshine).messageRef(conversationId, reference);
 * ```
 */
export function downloads(sunshine: Sunshine): Downloads {
  return {
    messageRef: async (conversationId, reference, call) =>
      callsOf(sunshine).post(`${conversationPath(sunshine, conversationId)}/download`, reference, call),
  };
}
