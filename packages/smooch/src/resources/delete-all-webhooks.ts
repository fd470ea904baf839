import type { CallOptions } from '@x/http-core';
import { partOf } from '../answer.js';
import type { Smooch } from '../types/smooch.js';

/** What became of each webhook. */
export interface DeletedWebhooks {
  /** Ids of those that are gone. */
  readonly deleted: readonly string[];
  /** Those that are still there, or may be, and why. */
  readonly failed: readonly { readonly id: string; readonly error: unknown }[];
}

/** How many are deleted at the same time. */
const atOnce = 4;

/** `GET /webhooks`, and then `DELETE /webhooks/{webhookId}` for each. */
export async function deleteAllWebhooks(smooch: Smooch, call?: CallOptions): Promise<DeletedWebhooks> {
  const webhooks = partOf(await smooch.getWebhooks(call), 'webhooks');
  const rest = webhooks.map(({ _id }) => _id);
  const deleted: string[] = [];
  const failed: { id: string; error: unknown }[] = [];
  const work = async (): Promise<void> => {
    for (let id = rest.shift(); id !== undefined; id = rest.shift()) {
      try {
        await smooch.deleteWebhook(id, call);
        deleted.push(id);
      } catch (error) {
        call?.signal?.throwIfAborted();
        failed.push({ id, error });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { deleted, failed };
}
