import type { CallOptions } from '@x/http-core';
import { partsOf } from '../parts.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type {
  MessageTemplateContent,
  MessageTemplateResponse,
  MessageTemplatesQuery,
  MessageTemplatesResponse,
} from '../types/message-template.js';
import type { Smooch } from '../types/smooch.js';

/** The templates that WhatsApp keeps, by integration. */
export interface MessageTemplates {
  /**
   * Some of them. How the service tells of more is documented nowhere: what it says is in the answer.
   *
   * @see `GET /integrations/{integrationId}/messageTemplates`
   */
  list(
    integrationId: string,
    query?: MessageTemplatesQuery,
    call?: CallOptions,
  ): Promise<MessageTemplatesResponse>;
  /**
   * Hands one in. WhatsApp accepts it, or does not.
   *
   * @see `POST /integrations/{integrationId}/messageTemplates`
   */
  create(
    integrationId: string,
    template: MessageTemplateContent,
    call?: CallOptions,
  ): Promise<MessageTemplateResponse>;
  /** @see `DELETE /integrations/{integrationId}/messageTemplates/{name}` */
  delete(integrationId: string, name: string, call?: CallOptions): Promise<void>;
}

/**
 * The templates of WhatsApp integrations. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { messageTemplates, type Smooch } from '@x/smooch';
 *
 * export async function accepted(smooch: Smooch, integrationId: string): Promise<string[]> {
 *   const answer = await messageTemplates(smooch).list(integrationId, { status: 'APPROVED', limit: 100 });
 *   return answer.messageTemplates.map(({ name }) => name);
 * }
 * ```
 */
export function messageTemplates(smooch: Smooch): MessageTemplates {
  const { app } = partsOf(smooch);
  const at = (integrationId: string): string => path`/integrations/${integrationId}/messageTemplates`;
  return {
    list: async (integrationId, query, call) =>
      app.json('GET', at(integrationId), { ...call, query: { ...query } }),
    create: async (integrationId, json, call) => app.json('POST', at(integrationId), { ...call, json }),
    delete: async (integrationId, name, call) => remove(app, at(integrationId) + path`/${name}`, call),
  };
}
