import type { CallOptions } from '@x/http-core';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { conversationPath } from '../conversation-path.js';
import type { ConversionEventsBody, ConversionEventsResponse } from '../types/conversion-events.js';

/** What came of advertisements, for those who showed them. */
export interface ConversionEvents {
  /**
   * Tells the channel of a conversation what came of an advertisement.
   *
   * @see `POST /v2/apps/{appId}/conversations/{conversationId}/conversionEvents`, "Post Conversion Events".
   */
  post(
    conversationId: string,
    events: ConversionEventsBody,
    call?: CallOptions,
  ): Promise<ConversionEventsResponse>;
}

/**
 * What came of advertisements, for those who showed them.
 *
 * @example
 * ```ts
 * import { conversionEvents, type Sunshine } from '@x/smooch/v2';
 *
 * export async function tellOfPurchase(sunshine: Sunshine, conversationId: string, value: number): Promise<void> {
 *   const event = { event_name: 'Purchase', custom_data: { value, currency: 'EUR' } };
 *   await conversionEvents(sunshine).post(conversationId, { whatsapp: { payload: { data: [event] } } });
 * }
 * ```
 */
export function conversionEvents(sunshine: Sunshine): ConversionEvents {
  return {
    post: async (conversationId, events, call) =>
      callsOf(sunshine).post(`${conversationPath(sunshine, conversationId)}/conversionEvents`, events, call),
  };
}
