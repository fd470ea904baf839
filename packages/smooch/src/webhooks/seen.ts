import { systemClock, type Clock } from '@x/http-core';
import { createRecent } from '@x/http-core/recent';

/** Remembers which events were handled, for all who share it. */
export interface SeenEvents {
  /**
   * Takes an event for oneself: true for the first who asks for an id, false for all others until the time is over. It must be
   * atomic: in Redis, `SET id 1 NX PX ttlMs`.
   */
  claim(id: string, ttlMs: number): Promise<boolean>;
  /** Gives it back, so that it is handled when it is sent again. */
  release(id: string): Promise<void>;
}

/**
 * Remembers events in the memory of this process: enough where there is one. It remembers at most `limit` (default 50,000),
 * the newer half of them for certain.
 *
 * @example
 * ```ts
 * import { createWebhookHandler, memorySeen } from '@x/smooch/webhooks';
 *
 * export const handler = createWebhookHandler({
 *   secrets: 'the secret of the webhook',
 *   seen: memorySeen({ limit: 1000 }),
 *   on: { 'conversation:message': ({ payload }) => console.log(payload.message.content.type) },
 * });
 * ```
 */
export function memorySeen({
  limit = 50_000,
  clock = systemClock,
}: { readonly limit?: number | undefined; readonly clock?: Clock | undefined } = {}): SeenEvents {
  /** Until when, by ids. */
  const known = createRecent<string, number>(limit);

  return {
    async claim(id, ttlMs) {
      const now = clock.now();
      if ((known.get(id) ?? -Infinity) > now) return false;
      known.set(id, now + ttlMs);
      return true;
    },
    async release(id) {
      known.delete(id);
    },
  };
}
